declare global {
  namespace App {
    interface Locals {
      /** schema.org data for the page being rendered. */
      structuredData?: object;
    }
  }
}

export {};
