/** Who looks at the demo CRM. */
export interface DemoUser {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly administrator: boolean;
}

const administrator: DemoUser = {
  id: '1',
  login: 'admin',
  name: 'Ada Administrator',
  role: 'CEO',
  administrator: true,
};
const sales: DemoUser = { id: '5', login: 'sales', name: 'Sam Sales', role: 'Sales Person', administrator: false };

/** `?user=sales` is a user without administration rights; anyone else is the administrator. */
export function demoUser(user: string | undefined): DemoUser {
  return user === 'sales' ? sales : administrator;
}

export const DEMO_VERSION = '8.4.0';

/** What the demo CRM declares of itself to the drop-in, as a real one would. JSON that is safe inside a script element. */
export function declaredInstall(user: DemoUser): string {
  const install = {
    version: DEMO_VERSION,
    os: 'Linux',
    industry: 'Manufacturing',
    company: 'Acme',
    administrator: user.administrator,
    userId: user.id,
    extensions: [
      { name: 'FieldMapper', label: 'Field Mapper', version: '2.1', enabled: true },
      { name: 'Google', label: 'Google', version: '1.4', enabled: false },
    ],
  };
  return JSON.stringify(install, null, 2).replaceAll('<', '\\u003c');
}
