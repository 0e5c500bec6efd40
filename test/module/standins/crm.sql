CREATE TABLE vtiger_tab (name TEXT, tablabel TEXT, version TEXT, presence INTEGER, customized INTEGER);
INSERT INTO vtiger_tab VALUES
  ('Contacts', 'Contacts', NULL, 0, 0),
  ('Mobile', 'Mobile', '2.0', 0, 1),
  ('PDFMaker', 'PDF & more', '800.1', 0, 1),
  ('Sleeper', 'Sleeper', NULL, 1, 1),
  ('Noticeboard', 'Noticeboard', '0.1.0', 0, 1);
CREATE TABLE vtiger_links (tabid INTEGER, linktype TEXT, linklabel TEXT, linkurl TEXT);
INSERT INTO vtiger_links VALUES (7, 'HEADERSCRIPT', 'Other', 'modules/Other/other.js');
CREATE TABLE vtiger_organizationdetails (organizationname TEXT);
INSERT INTO vtiger_organizationdetails VALUES ('Müller & Söhne <GmbH>');
CREATE TABLE vtiger_settings_blocks (blockid INTEGER, label TEXT);
INSERT INTO vtiger_settings_blocks VALUES (1, 'LBL_USER_MANAGEMENT'), (4, 'LBL_OTHER_SETTINGS');
CREATE TABLE vtiger_settings_field
  (fieldid INTEGER, blockid INTEGER, name TEXT, iconpath TEXT, description TEXT, linkto TEXT, sequence INTEGER, active INTEGER);
INSERT INTO vtiger_settings_field VALUES (1, 4, 'Other', '', '', 'index.php?module=Other&parent=Settings', 1, 0);
