/** The panel's stylesheet, bundled into one text by the build. */
declare module 'virtual:panel.css' {
  const css: string;
  export default css;
}
