import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ask,
  forgotten,
  managedSites,
  patternsOf,
  settle,
  shownSites,
  turnOff,
} from '../../../extension/background/siteChoices.ts';
import type { SiteChoices } from '../../../extension/background/siteStore.ts';
import { hostPattern, installPattern } from '../../../extension/hostPattern.ts';

const site = (baseUrl: string) => ({ baseUrl, product: 'vtiger', version: null, company: null });
const production = site('http://crm.test:8080/vtigercrm/');
const trial = site('http://crm.test:8080/test/');
const other = site('https://other.test/');
const none: SiteChoices = { chosen: [], asked: null };
const shown = (choices: SiteChoices) => shownSites(choices).map(({ baseUrl }) => baseUrl);
const granted = (...patterns: string[]) => new Set(patterns);

test('a host pattern names scheme and host, and no port', () => {
  assert.equal(hostPattern('http://crm.test:8080/vtigercrm/'), 'http://crm.test/*');
  assert.equal(hostPattern('https://[::1]:8443/'), 'https://[::1]/*');
});

test('the pattern of an install names its folder, so that what else is on the host is left alone', () => {
  assert.equal(installPattern('http://crm.test:8080/vtigercrm/'), 'http://crm.test/vtigercrm/*');
  assert.equal(installPattern('https://other.test/'), 'https://other.test/*');
});

test('a CRM is shown once its host is granted, and not before', () => {
  const asked = ask(none, production);
  assert.deepEqual(shown(settle(asked, granted())), []);
  assert.deepEqual(shown(settle(asked, granted('https://crm.test/*'))), []);
  assert.deepEqual(shown(settle(asked, granted('http://crm.test/*'))), [production.baseUrl]);
});

test('a request that was declined does not come true with the permission for another CRM of that host', () => {
  const choices = ask(ask(none, trial), production);
  assert.deepEqual(shown(settle(choices, granted('http://crm.test/*'))), [production.baseUrl]);
});

test('a permission that is lost turns its CRMs off, and they stay off when it comes back', () => {
  const both = settle(
    ask(settle(ask(none, production), granted('http://crm.test/*')), other),
    granted('http://crm.test/*', 'https://other.test/*'),
  );
  assert.deepEqual(shown(both), [production.baseUrl, other.baseUrl]);
  const lost = settle(both, granted('https://other.test/*'));
  assert.deepEqual(shown(lost), [other.baseUrl]);
  assert.deepEqual(shown(settle(lost, granted('http://crm.test/*', 'https://other.test/*'))), [other.baseUrl]);
});

test('turning a CRM off forgets that it was asked for, and leaves the others', () => {
  const choices = ask(settle(ask(none, production), granted('http://crm.test/*')), trial);
  const off = turnOff(choices, trial);
  assert.deepEqual(shown(settle(off, granted('http://crm.test/*'))), [production.baseUrl]);
  assert.deepEqual(off.chosen.at(-1), { site: trial, launcher: 'toolbar' });
});

test('every pattern that matters is asked about', () => {
  const choices = ask(settle(ask(none, other), granted('https://other.test/*')), production);
  assert.deepEqual(patternsOf(choices), granted('https://other.test/*', 'http://crm.test/*'));
});

test('where an organisation lists the CRMs those are shown, once their host is granted, by the names they are known by', () => {
  const named = { ...production, company: 'Acme' };
  const choices = settle(ask(ask(none, other), named), granted('http://crm.test/*', 'https://other.test/*'));
  const listed = [production.baseUrl, trial.baseUrl, 'https://later.test/'];
  assert.deepEqual(managedSites(choices, listed, granted('http://crm.test/*')), [named, { ...trial, product: 'CRM' }]);
  assert.deepEqual(managedSites(choices, [], granted('http://crm.test/*')), []);
});

test('a CRM that is forgotten is as if it had never been met, and the others stay', () => {
  const others = turnOff(settle(ask(none, other), granted('https://other.test/*')), trial);
  const shownToo = settle(ask(others, production), granted('http://crm.test/*', 'https://other.test/*'));
  assert.deepEqual(forgotten(shownToo, production.baseUrl), others);
  assert.deepEqual(forgotten(ask(others, production), production.baseUrl), others);
});
