// The menu of the stand-in CRM: opens by its button, closes by Escape or a click anywhere else, as vtiger's does.
const menu = document.querySelector('#app-menu');
const trigger = document.querySelector('.app-trigger');

function show(open) {
  menu.hidden = !open;
  trigger.setAttribute('aria-expanded', String(open));
}

trigger.addEventListener('click', (event) => {
  event.stopPropagation();
  show(menu.hidden);
});
document.addEventListener('click', () => show(false));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') show(false);
});
