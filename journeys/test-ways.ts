/**
 * A picture of the markup is asked for when a browser interrupts its reading right before it, which it does seldom, and
 * more often on a busy machine: docs/decisions/007.
 */
export const MAY_LOSE_A_RACE = { retry: 2 };

/** Every way in which a page can ask a host for something. `A` stands for the address of the host. */
export const WAYS: Record<string, string> = {
  "a script of the markup": '<script src="A/w.js"></script>',
  "an async script of the markup": '<script async src="A/w.js"></script>',
  "a deferred script of the markup": '<script defer src="A/w.js"></script>',
  "a picture of the markup": '<img src="A/w" alt="">',
  "a picture in two sizes": '<img src="A/w" srcset="A/w 1x, A/w2 2x" alt="">',
  "a script that a script makes":
    '<script>{const s=document.createElement("script");s.src="A/w.js";document.head.append(s)}</script>',
  "a script by setAttribute":
    '<script>{const s=document.createElement("script");s.setAttribute("src","A/w.js");document.head.append(s)}</script>',
  "document.write": '<script>document.write("<script src=\'A/w.js\'></"+"script>")</script>',
  "a frame by innerHTML":
    "<div></div><script>document.currentScript.previousElementSibling.innerHTML=\"<iframe title=x src='A/w'></iframe>\"</script>",
  insertAdjacentHTML: "<script>document.body.insertAdjacentHTML(\"beforeend\",\"<img alt='' src='A/w'>\")</script>",
  "a frame that a script makes":
    '<script>{const f=document.createElement("iframe");f.title="x";f.src="A/w";document.body.append(f)}</script>',
  "new Image with a srcset": '<script>new Image().srcset="A/w 1x"</script>',
  "new Image": '<script>new Image().src="A/w"</script>',
  fetch: '<script>fetch("A/w",{mode:"no-cors"})</script>',
  sendBeacon: '<script>navigator.sendBeacon("A/w","x")</script>',
  XMLHttpRequest: '<script>{const x=new XMLHttpRequest();x.open("GET","A/w");x.send()}</script>',
  "a preload that a script makes":
    '<script>{const l=document.createElement("link");l.rel="preload";l.as="script";l.href="A/w.js";document.head.append(l)}</script>',
  "a template's copy":
    "<script>{const t=document.createElement(\"template\");t.innerHTML=\"<img alt='' src='A/w'>\";document.body.append(t.content.cloneNode(true))}</script>",
};
