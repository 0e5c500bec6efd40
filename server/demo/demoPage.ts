import { html, raw } from 'hono/html';
import type { DemoUser } from './install.ts';
import { DEMO_VERSION, declaredInstall } from './install.ts';
import { contacts, modules } from './records.ts';

/** What the demo CRM shows. */
export interface DemoView {
  readonly module: string;
  readonly view: string;
  readonly user: DemoUser;
  /** Where the drop-in's hub is: this server. */
  readonly hub: string;
}

/** The one inline script of the page; a vtiger page says its module and view in such a one. */
export function metaScript({ module, view }: DemoView): string {
  return `var _META = ${JSON.stringify({ module, view, parent: '', notifier: '', app: ' MARKETING' }).replaceAll('<', '\\u003c')};`;
}

/** A page that looks to Noticeboard, and at a glance to people, like one of vtiger 8.4: same selectors, own markup. */
export function demoPage(demo: DemoView) {
  const { module, view, user, hub } = demo;
  const label = modules[module] ?? module;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${label}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="layouts/v7/demo.css?v=${DEMO_VERSION}">
<script>${raw(metaScript(demo))}</script>
<script defer src="layouts/v7/demo.js?v=${DEMO_VERSION}"></script>
</head>
<body data-skinpath="layouts/v7" data-language="en_us" data-user-dateformat="yyyy-mm-dd" data-module="${module}" data-view="${view}">
${topBar(user)}
${appMenu(user)}
<div class="breadcrumb"><a class="module-title" href="${link(module, user)}">${label}</a> <span>›</span> All</div>
<div class="main">
${strip(module, user)}
${sidebar(label)}
<main>
${module === 'Contacts' ? contactTable() : html`<p class="empty">This stand-in CRM has no ${label.toLowerCase()}.</p>`}
</main>
</div>
<footer class="app-footer"><p>Powered by vtiger CRM - ${DEMO_VERSION}&nbsp;&nbsp;© 2004 - 2026&nbsp;&nbsp;<span>A stand-in, for trying Noticeboard</span></p></footer>
<script type="application/json" id="noticeboard-install">
${raw(declaredInstall(user))}
</script>
<script async referrerpolicy="no-referrer" src="/noticeboard.js" data-hub="${hub}"></script>
</body>
</html>`;
}

function topBar(user: DemoUser) {
  return html`<nav class="app-fixed-navbar">
<button type="button" class="app-trigger" aria-controls="app-menu" aria-expanded="false" aria-label="Menu"><i></i></button>
<a class="company-logo" href="${link('Contacts', user)}"><img src="${logo}" width="104" height="26" alt="acme-logo.png"></a>
<input type="search" class="keyword-input" placeholder="Type to search" aria-label="Search">
<details class="userName">
<summary><span class="fa fa-user" title="${user.name}(${user.login})">${user.name[0]}</span></summary>
<div class="profile-container">
<h4>${user.name}</h4><h5>${user.login}</h5><p>${user.role}</p>
<a id="menubar_item_right_LBL_MY_PREFERENCES" href="index.php?module=Users&view=PreferenceDetail&parent=Settings&record=${user.id}">My Preferences</a>
<a href="${user.administrator ? '?user=sales' : '?user=admin'}">${user.administrator ? 'Look as a sales person' : 'Look as the administrator'}</a>
</div>
</details>
</nav>`;
}

function appMenu(user: DemoUser) {
  return html`<div id="app-menu" class="app-menu" hidden>
${Object.entries(modules).map(([module, label]) => html`<a href="${link(module, user)}">${label}</a>`)}
${user.administrator ? html`<a class="app-item-misc" href="?module=Vtiger&parent=Settings&view=Index">Settings</a>` : ''}
</div>`;
}

function strip(current: string, user: DemoUser) {
  return html`<nav class="strip" aria-label="Modules">
${Object.entries(modules).map(
  ([module, label]) =>
    html`<a href="${link(module, user)}" title="${label}" class="${module === current ? 'current' : ''}">${label.slice(0, 2)}</a>`,
)}
</nav>`;
}

function sidebar(label: string) {
  return html`<aside>
<h2>Lists</h2>
<input type="search" placeholder="Search for List" aria-label="Search for List">
<h3>My list</h3>
<ul><li>${label} I follow</li><li>New this month</li></ul>
<h3>Shared list</h3>
<ul><li aria-current="true">All</li></ul>
<h3>Tags</h3>
</aside>`;
}

function contactTable() {
  const columns = ['First Name', 'Last Name', 'Title', 'Organization Name', 'Primary Email', 'Office Phone'];
  return html`<div class="actions"><button type="button" disabled>Edit</button><button type="button" disabled>Delete</button><button type="button">More ▾</button>
<span>1 to ${contacts.length}</span></div>
<table class="listview-table">
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${contacts.map(
  ({ first, last, title, organization, email, phone }) => html`<tr class="listViewEntries">
<td><a href="#">${first}</a></td><td><a href="#">${last}</a></td><td>${title}</td><td>${organization}</td><td>${email}</td><td>${phone}</td>
</tr>`,
)}
</tbody>
</table>`;
}

function link(module: string, user: DemoUser): string {
  return `index.php?module=${module}&view=List${user.administrator ? '' : `&user=${user.login}`}`;
}

const logo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 104 26"><rect x="1" y="3" width="20" height="20" rx="5" fill="#3b7ddd"/>' +
    '<path d="M6 18 11 8l5 10" fill="none" stroke="#fff" stroke-width="2.5"/>' +
    '<text x="28" y="20" font-family="sans-serif" font-size="18" font-weight="600" fill="#37424f">Acme</text></svg>',
)}`;
