import { failure } from '../../widget/contract/failure.ts';
import type { DisclosingFeature } from '../../widget/contract/policy.ts';
import type { Purpose } from '../../widget/contract/purpose.ts';
import type { LoggedTransport } from '../../widget/service/surroundings.ts';
import { dataTypes } from '../dataConsent.ts';
import { isAllowed } from './isAllowed.ts';

/**
 * Lets nothing through that the browser does not allow, or not any more: `no-consent`. What takes a message back, or says
 * nothing of anybody, goes all the same.
 */
export function onlyAllowed(transport: LoggedTransport): LoggedTransport {
  return async (request, occasion) => {
    const { purpose } = occasion;
    if (discloses(purpose) && !(await isAllowed(purpose))) return failure('no-consent');
    return transport(request, occasion);
  };
}

function discloses(purpose: Purpose): purpose is DisclosingFeature & Purpose {
  return Object.hasOwn(dataTypes, purpose);
}
