// The theme's own behaviour: menu, variants, adding to the bag without leaving the page.
(() => {
  "use strict";

  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  class Menu {
    constructor(button) {
      this.button = button;
      this.menu = document.getElementById(button.getAttribute("aria-controls"));
      button.addEventListener("click", () => this.set(!this.isOpen));
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && this.isOpen) {
          this.set(false);
          button.focus();
        }
      });
    }
    get isOpen() {
      return this.button.getAttribute("aria-expanded") === "true";
    }
    set(open) {
      this.button.setAttribute("aria-expanded", String(open));
      this.menu.classList.toggle("is-open", open);
    }
  }

  class ProductForm {
    constructor(form) {
      this.form = form;
      this.button = one("button[type=submit]", form);
      this.status = one("[data-status]", form);
      this.price = one("[data-price]", form.closest(".product"));
      form.elements.id.addEventListener("change", () => this.showPrice());
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.add();
      });
    }
    showPrice() {
      const chosen = this.form.elements.id.selectedOptions[0];
      this.price.textContent = chosen.dataset.price;
    }
    async add() {
      this.button.disabled = true;
      try {
        const answer = await fetch("/cart/add.js", {
          method: "POST",
          body: new URLSearchParams(new FormData(this.form)),
        });
        if (!answer.ok) throw new Error(String(answer.status));
        const cart = await answer.json();
        for (const bubble of all("[data-cart-count]")) bubble.textContent = cart.item_count;
        this.status.textContent = this.button.dataset.added;
      } catch {
        this.form.submit();
      } finally {
        this.button.disabled = false;
      }
    }
  }

  class Reveal {
    constructor(elements) {
      if (!("IntersectionObserver" in window) || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
      const seen = new IntersectionObserver((entries) => {
        for (const entry of entries) {
          if (!entry.isIntersecting) continue;
          entry.target.classList.add("is-seen");
          seen.unobserve(entry.target);
        }
      });
      for (const element of elements) seen.observe(element);
    }
  }

  class StickyHeader {
    constructor(header) {
      let last = scrollY;
      addEventListener(
        "scroll",
        () => {
          header.classList.toggle("is-hidden", scrollY > last && scrollY > 240);
          last = scrollY;
        },
        { passive: true },
      );
    }
  }

  for (const button of all("[data-menu-toggle]")) new Menu(button);
  for (const form of all("[data-product-form]")) new ProductForm(form);
  for (const header of all(".header")) new StickyHeader(header);
  for (const form of all("[data-letters]")) form.addEventListener("submit", (event) => event.preventDefault());
  new Reveal(all(".section"));
})();
