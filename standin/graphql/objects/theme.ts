import { gid } from "../../shop/ids.ts";
import type { Arguments, Context, Fields } from "../context.ts";
import { listingOf, paginate } from "../paginate.ts";

/** A theme of a few lines, for shops whose theme nobody set. */
const BARE: Readonly<Record<string, string>> = {
  "layout/theme.liquid": "<html><head>{{ content_for_header }}</head><body>{{ content_for_layout }}</body></html>\n",
  "config/settings_data.json": '{ "current": {} }\n',
};
const THEME_ID = 148_200_100_300;
/** Shopify gives a large file as an address instead of its text; where it draws the line is not published. Bytes. */
const LARGE = 1_000_000;

function fileFields(filename: string, content: string): Fields {
  const body =
    content.length > LARGE
      ? { __typename: "OnlineStoreThemeFileBodyUrl", url: `https://cdn.shopify.com/theme/${filename}` }
      : { __typename: "OnlineStoreThemeFileBodyText", content };
  return { __typename: "OnlineStoreThemeFile", filename, size: String(content.length), body };
}

/** The shop's one theme, published. A file that was asked for and is not there is left out of the page. */
export function themeFields({ shop }: Context): Fields {
  const files = shop.themeFiles ?? BARE;
  return {
    __typename: "OnlineStoreTheme",
    id: gid("OnlineStoreTheme", THEME_ID),
    name: "Bench",
    role: "MAIN",
    prefix: "/t/1",
    processing: false,
    processingFailed: false,
    createdAt: shop.installedAt,
    updatedAt: shop.installedAt,
    files: (args: Arguments, asked: Context) => {
      const wanted = (args["filenames"] as string[] | undefined) ?? Object.keys(files);
      const found = wanted.flatMap((name) => {
        const text = files[name];
        return text === undefined ? [] : [{ name, text }];
      });
      const page = paginate(asked, args, listingOf(found), ({ name, text }) => fileFields(name, text));
      return { ...page, userErrors: [] };
    },
  };
}
