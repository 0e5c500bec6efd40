/** The panel's stylesheet, bundled into texts by the build: what it needs to open, and the rest. */
declare module 'virtual:first.css' {
  const css: string;
  export default css;
}
declare module 'virtual:more.css' {
  const css: string;
  export default css;
}
declare module 'virtual:later.css' {
  const css: string;
  export default css;
}
declare module 'virtual:editor.css' {
  const css: string;
  export default css;
}
