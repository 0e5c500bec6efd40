/**
 * The launcher, its menu and the drawer. Launcher and menu stand at the inline end of the direction they are given: the
 * document's, or its opposite on the other side. Pixels, because the page's type size is not ours. `all` leaves the
 * direction alone, and important in here beats important in the page.
 */
export const launcherStyle = `
:host{all:initial!important;display:contents!important}
:host>*{--bg:#fff;--edge:#838c94;--text:#1a2026;--accent:#0b6380;--on-accent:#fff;--wash:#e8f2f5;--out:-1;--width:min(420px,100vw);
box-sizing:border-box}
:dir(rtl){--out:1}
.launcher,.menu,.drawer{position:fixed;z-index:9001;inset-inline-end:0;background:var(--bg);color:var(--text)}
.launcher,.menu{inset-block-end:clamp(0px,var(--bottom)*100%,100% - 48px);border:1px solid var(--edge);border-radius:6px}
button{cursor:pointer;outline-offset:2px}
button:hover{background:var(--wash)}
button:focus-visible{outline:2px solid var(--accent)}
.launcher{inline-size:24px;block-size:48px;padding:0;border-inline-end:0;border-start-end-radius:0;
border-end-end-radius:0;touch-action:none;transition:translate 160ms ease-out,background 80ms}
.launcher.open{translate:calc(var(--out)*var(--width))}
.launcher *,::before,::after{position:absolute;forced-color-adjust:none}
.mark{inset-block-start:15px;inset-inline-start:4px;inline-size:16px;block-size:16px;border-radius:3.5px;
background:var(--accent)}
.mark::before{content:"";inset:0;background:var(--on-accent);
clip-path:path("M5 2.4h6v1.7h-.6l.2 2.9q1.7.6 1.7 2.3H8.7l-.4 4.3h-.6l-.4-4.3H3.7q0-1.7 1.7-2.3l.2-2.9H5z")}
.dot::after{content:"";inset-block-start:12px;inset-inline-end:-1px;inline-size:8px;block-size:8px;
border:1px solid var(--bg);border-radius:50%;background:var(--accent)}
.open .mark{inset-block-start:19px;inline-size:9px;block-size:9px;border-radius:1px;background:none;
border:solid var(--accent);border-width:2px 2px 0 0;rotate:calc(-90deg - var(--out)*135deg)}
.open ::before,.open::after,[hidden]{display:none}
.menu{inset-inline-end:32px;padding:4px;font:13px system-ui,sans-serif}
.menu button{display:block;inline-size:100%;padding:6px 12px;border:0;font:inherit;color:inherit}
.menu button:not(:hover){background:none}
.drawer{z-index:9000;inset-block:0;inline-size:var(--width);outline:1px solid #8883;visibility:hidden;
translate:calc(var(--out)*-100%);transition:translate 160ms ease-out,visibility 0s 160ms}
.drawer.open{visibility:visible;translate:0;transition-delay:0s;box-shadow:0 0 24px #0003}
.drawer>*{display:block;inline-size:100%;block-size:100%;border:0}
@media(prefers-color-scheme:dark){:host>*{
--bg:#16191c;--edge:#7c8791;--text:#e9ecee;--accent:#72c4dc;--on-accent:#06242e;--wash:#15303a}}
@media(forced-colors:active){:host>*{
--bg:Canvas;--edge:ButtonText;--text:ButtonText;--accent:Highlight;--on-accent:Canvas;--wash:Canvas}}
@media(max-width:443px){.launcher.open{display:none}}
@media(prefers-reduced-motion){:host>*{transition:none!important}}`;
