declare global {
  namespace App {
    interface Locals {
      /** schema.org data for the page being rendered. */
      structuredData?: object;
      /** Address of what an oEmbed consumer asks for, where the page can be embedded and the site knows its own address. */
      oEmbed?: string;
      /** SVG elements, by the name in the `data-drawing` of the element they go into. */
      drawings?: Readonly<Record<string, string>>;
    }
  }
}

export {};
