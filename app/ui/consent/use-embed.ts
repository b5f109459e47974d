import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";
import { EMBED_BLOCK } from "../../consent/embed-state.ts";
import type { BannerState } from "../../overview/consent-summary.ts";

/**
 * Whether the published theme shows the banner, as Shopify says it now; `known` is what the last look found, and stays
 * where Shopify says nothing. https://shopify.dev/docs/api/app-home/apis/app
 */
export function useEmbed(known: BannerState): BannerState {
  const shopify = useAppBridge();
  const [now, setNow] = useState<BannerState>(null);
  useEffect(() => {
    let isGone = false;
    shopify.app.extensions().then(
      (extensions) => {
        const blocks = extensions.flatMap((one) => (one.type === "theme_app_extension" ? one.activations : []));
        const embed = blocks.find((block) => "handle" in block && block.handle === EMBED_BLOCK);
        if (!isGone && embed && "status" in embed) setNow(embed.status === "active" ? "on" : "off");
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [shopify]);
  return now ?? known;
}
