document.documentElement.dataset.fixture = "ran";
