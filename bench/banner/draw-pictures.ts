import type { Browser } from "playwright-core";
import { PICTURES } from "./shop-page.ts";

/**
 * Draws the shop's pictures: a gradient under noise that is the same each time, so that they weigh what photographs do
 * and none has to be kept. Answers JPEG files by name.
 */
export async function drawPictures(browser: Browser): Promise<Map<string, Buffer>> {
  const page = await browser.newPage();
  const files = new Map<string, Buffer>();
  for (const [name, [width, height, quality]] of Object.entries(PICTURES)) {
    const url = await page.evaluate(
      ({ width, height, quality, seed }) => {
        const canvas = Object.assign(document.createElement("canvas"), { width, height });
        const pen = canvas.getContext("2d");
        if (!pen) throw new Error("This browser has no canvas.");
        const gradient = pen.createLinearGradient(0, 0, width, height);
        gradient.addColorStop(0, `hsl(${String((seed * 47) % 360)} 40% 70%)`);
        gradient.addColorStop(1, `hsl(${String((seed * 83) % 360)} 30% 35%)`);
        pen.fillStyle = gradient;
        pen.fillRect(0, 0, width, height);
        let state = seed;
        const random = () => (state = (Math.imul(state, 48271) >>> 0) % 2147483647) / 2147483647;
        for (let count = 0; count < (width * height) / 400; count++) {
          pen.fillStyle = `hsl(${String(Math.floor(random() * 360))} 40% ${String(Math.floor(random() * 100))}% / 0.12)`;
          const size = 4 + random() * 60;
          pen.fillRect(random() * width, random() * height, size, size / 3);
        }
        return canvas.toDataURL("image/jpeg", quality);
      },
      { width, height, quality, seed: name.length * 7 + Number(/\d+/.exec(name)?.[0] ?? 1) },
    );
    files.set(name, Buffer.from(url.slice(url.indexOf(",") + 1), "base64"));
  }
  await page.close();
  return files;
}
