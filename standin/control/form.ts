import { html, type Html } from "../http/html.ts";

/** A button with fields before it, that comes back to the page. */
export function form(action: string, shop: string, inside: Html, button: string): Html {
  return html`<form method="post" action="/control/api/${action}">
    <input type="hidden" name="shop" value="${shop}" /><input type="hidden" name="back" value="/control?shop=${shop}" />
    ${inside}<button>${button}</button>
  </form>`;
}
