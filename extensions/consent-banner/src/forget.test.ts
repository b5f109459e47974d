import { describe, expect, it } from "vitest";
import { packNames } from "../../../app/consent/packed-names.ts";
import { cookieDomains, namesToForget } from "./forget.ts";

describe("cookies that go", () => {
  const listed = packNames({ _ga: 2, "_ga_*": 2, _fbp: 12, cart: 0 });
  it("are those of what is not allowed, by name or by beginning", () => {
    const cookie = "_ga=1; _ga_X1=2; _gat=3; _fbp=4; cart=5";
    expect(namesToForget(cookie, listed, 0)).toEqual(["_ga", "_ga_X1", "_fbp"]);
    expect(namesToForget(cookie, listed, 2)).toEqual(["_fbp"]);
    expect(namesToForget(cookie, listed, 15)).toEqual([]);
    expect(namesToForget("", listed, 0)).toEqual([]);
  });

  it("may stand at the host or at any domain above it", () => {
    expect(cookieDomains("www.shop.example")).toEqual(["", "www.shop.example", "shop.example", "example"]);
  });
});
