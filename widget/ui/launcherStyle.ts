/**
 * The launcher, its menu and the drawer. Launcher and menu stand at the inline end of the direction they are given: the
 * document's, or its opposite on the other side. Pixels, because the page's type size is not ours. `all` leaves the
 * direction alone, and important in here beats important in the page.
 */
export const launcherStyle = `
*{box-sizing:border-box}
:host{all:initial!important;display:contents!important}
:host>*{--bg:#fff;--edge:#838c94;--text:#1a2026;--accent:#0b6380;--on-accent:#fff;--wash:#e8f2f5;--out:-1;
--width:min(420px,100vw - 24px);position:fixed;z-index:9001;inset-inline-end:0;background:var(--bg);
color:var(--text);transition:translate 160ms ease-out,background 80ms}
:dir(rtl){--out:1}
.launcher,.menu{bottom:min(var(--bottom)*100%,100% - 48px);border:1px solid var(--edge);border-radius:6px}
button{cursor:pointer;outline-offset:2px}
button:hover{background:var(--wash)}
button:focus-visible{outline:2px solid var(--accent)}
.launcher{width:24px;height:48px;padding:0;border-inline-end:0;border-start-end-radius:0;border-end-end-radius:0;
touch-action:none}
.launcher.open{translate:calc(var(--out)*var(--width))}
.launcher *,::before,::after{position:absolute;forced-color-adjust:none}
.mark{top:15px;inset-inline-start:4px;width:16px;height:16px;border-radius:4px;background:var(--accent)}
.mark::before{content:"";inset:0;background:var(--on-accent);
clip-path:path("M5 2h6v2h-1v3l2 2H9l-1 5-1-5H4l2-2V4H5z")}
.dot::after{content:"";top:12px;inset-inline-end:-1px;width:6px;height:6px;border:1px solid var(--bg);
border-radius:4px;background:var(--accent)}
.open .mark{top:19px;width:9px;height:9px;border-radius:1px;background:none;border:solid var(--accent);
border-width:2px 2px 0 0;rotate:calc(-45deg - var(--out)*90deg)}
.open ::before,.open::after,[hidden]{display:none}
.menu{inset-inline-end:32px;padding:4px}
.menu button{display:block;width:100%;padding:6px 12px;border:0;font:13px system-ui,sans-serif;color:inherit}
.menu button:not(:hover){background:none}
.drawer{z-index:9000;inset-block:0;width:var(--width);font:13px/20px system-ui,sans-serif;outline:1px solid #8883;
visibility:hidden;translate:calc(var(--out)*-100%);transition:translate 160ms ease-out,visibility 0s 160ms}
.drawer.open{visibility:visible;translate:0;transition-delay:0s;box-shadow:0 0 24px #0003}
.drawer>*{display:block;width:100%;height:100%;border:0}
[role]{padding:16px}
@media(prefers-color-scheme:dark){:host>*{
--bg:#16191c;--edge:#7c8791;--text:#e9ecee;--accent:#72c4dc;--on-accent:#06242e;--wash:#15303a}}
@media(forced-colors:active){:host>*{--bg:Canvas;--accent:Highlight;--on-accent:Canvas}}
@media(prefers-reduced-motion){:host>*{transition:none!important}}`;
