/** The launcher and its menu. Pixels, because they sit on a page whose type size is not ours. */
export const launcherStyle = `
button{margin:0;font:600 13px/20px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:inherit;cursor:pointer}
button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.launcher,.menu{
  --bg:#fff;--edge:#838c94;--text:#1a2026;--accent:#0b6380;--on-accent:#fff;--wash:#e8f2f5;
  position:fixed;z-index:9001;box-sizing:border-box;inset-block-end:clamp(0px,var(--bottom)*100%,100% - var(--height));
  border:1px solid var(--edge);background:var(--bg);color:var(--text)}
.launcher{
  --height:48px;--out:-1;inset-inline-end:0;inline-size:24px;block-size:48px;padding:0 3px 0 4px;touch-action:none;
  border-inline-end:0;border-start-start-radius:6px;border-end-start-radius:6px;
  transition:translate 160ms ease-out,background-color 80ms}
.launcher:dir(rtl){--out:1;padding:0 4px 0 3px}
.launcher:hover{background:var(--wash)}
.launcher[aria-expanded=true]{translate:calc(var(--out)*min(420px,100vw))}
.launcher[data-side=start][aria-expanded=false]{
  inset-inline:0 auto;border-inline:0 1px solid var(--edge);border-radius:0;
  border-start-end-radius:6px;border-end-end-radius:6px}
svg{display:block;inline-size:16px;block-size:16px;overflow:visible}
.tile{fill:var(--accent)}
.pin{fill:var(--on-accent)}
.chevron path{fill:none;stroke:var(--accent);stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.chevron:dir(rtl){scale:-1 1}
.launcher[aria-expanded=true] .mark,.launcher[aria-expanded=false] .chevron{display:none}
.dot{position:absolute;inset-block-start:12px;inset-inline-end:-1px;inline-size:7px;block-size:7px;
  border:1.5px solid var(--bg);border-radius:50%;background:var(--accent)}
.launcher[aria-expanded=true] .dot,[hidden]{display:none}
.menu{--height:130px;inset-inline-end:32px;padding:4px;border-radius:6px;display:grid;
  box-shadow:0 4px 16px #0003}
.menu[data-side=start]{inset-inline:32px auto}
.menu button{padding:5px 12px;border:0;border-radius:4px;background:none;font-weight:400;text-align:start}
.menu button:hover,.menu button:focus{background:var(--wash)}
.menu button:focus-visible{outline-offset:-2px}
@media(prefers-color-scheme:dark){.launcher,.menu{
  --bg:#16191c;--edge:#7c8791;--text:#e9ecee;--accent:#72c4dc;--on-accent:#06242e;--wash:#15303a}}
@media(max-width:443px){.launcher[aria-expanded=true]{display:none}}
@media(prefers-reduced-motion:reduce){.launcher{transition:none}}
@media(forced-colors:active){
  .launcher,.menu{--bg:ButtonFace;--edge:ButtonText;--text:ButtonText;--accent:ButtonText;--on-accent:ButtonFace;--wash:ButtonFace}
  button:focus-visible{outline-color:Highlight}
  .launcher:hover{border-color:Highlight}
  .menu button:hover,.menu button:focus{outline:2px solid Highlight;outline-offset:-2px}
  .dot{background:Highlight;forced-color-adjust:none}}
`;
