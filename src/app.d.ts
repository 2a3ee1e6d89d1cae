declare global {
  namespace App {
    interface Locals {
      /** schema.org data for the page being rendered. */
      structuredData?: object;
      /** SVG elements, by the name in the `data-drawing` of the element they go into. */
      drawings?: Readonly<Record<string, string>>;
    }
  }
}

export {};
