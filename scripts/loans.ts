/** What a script takes from the one that loads it, instead of carrying its own: two Preacts, say, would not know each other. */
export interface Loan {
  /** The export that the script hands over. */
  readonly result: string;
  /** Module, by the end of its path → the names that are lent of it. Who lends is named beside each loan. */
  readonly modules: Readonly<Record<string, readonly string[]>>;
}

const preact = {
  'preact/hooks': ['useEffect', 'useRef', 'useState'],
  'preact/jsx-runtime': ['Fragment', 'jsx', 'jsxs'],
  '/texts.ts': ['texts'],
};

const service = {
  'zod/mini': [
    'array',
    'boolean',
    'enum',
    'literal',
    'maxLength',
    'nullable',
    'number',
    'object',
    'optional',
    'record',
    'regex',
    'string',
    'transform',
  ],
  '/contract/policy.ts': ['policy', 'POLICY_VERSION', 'submissionFeatures', 'typedFields'],
  '/contract/fields.ts': ['fieldSchemas'],
  '/contract/envelope.ts': ['envelopes', 'SCHEMA_VERSION', 'uuid'],
  '/contract/page.ts': ['installedExtensions', 'unreadReason'],
  '/contract/routes.ts': ['routes'],
  '/contract/failure.ts': ['failure', 'failureCodes', 'success'],
  '/contract/orElse.ts': ['orElse'],
  '/contract/purpose.ts': ['purposes'],
  '/contract/settings.ts': ['settings'],
  '/contract/catalogue.ts': ['catalogueAnswer', 'recommendation'],
  '/service/parse.ts': ['parse', 'parseAll', 'parseJson'],
  '/hub/hub.ts': ['askHub'],
  '/outbox/delivery.ts': ['resume'],
  '/outbox/outboxItem.ts': ['loadItem', 'loadItems', 'saveItem'],
  '/outbox/deliveredItem.ts': ['loadAllDelivered', 'loadDelivered', 'saveDelivered'],
  '/outbox/withdrawnItem.ts': ['loadAllWithdrawn', 'loadWithdrawn', 'saveWithdrawn'],
  '/forget/scope.ts': ['holdsUp', 'isWithin', 'loadForgetting', 'saveForgetting', 'scopeOf'],
  '/forget/clearForgotten.ts': ['clearForgotten'],
  '/settings/featuresOn.ts': ['featuresOn'],
  '/submissions/turns.ts': ['claimTurn', 'takeTurn'],
  '/service/owner.ts': ['mayRead', 'NOBODY', 'ownerKey', 'ownerOf', 'ownerRecord', 'readPage', 'readerKey', 'writerOf'],
};

export const loans = {
  /** widget/ui/loadLater.ts lends. */
  later: { result: 'later', modules: preact },
  /** widget/ui/loadLater.ts lends, and of widget/ui/later.ts what stands under `lends`. */
  more: {
    result: 'more',
    modules: {
      ...preact,
      '/contract/policy.ts': ['features', 'policy'],
      '/contract/limits.ts': ['limits'],
      '/laterTexts.ts': ['laterTexts'],
      '/contract/receipt.ts': ['receiptNumber'],
      '/AskOnce.tsx': ['AskOnce'],
      '/Withdraw.tsx': ['Withdraw'],
      '/useAct.tsx': ['useAct'],
      '/words.ts': ['plural', 'spelled'],
      '/OfflineBar.tsx': ['OfflineBar'],
      '/Field.tsx': ['Field'],
      '/SubmissionForm.tsx': ['SubmissionForm'],
      '/TextField.tsx': ['TextField'],
      '/Disclosure.tsx': ['Disclosure'],
      '/Exact.tsx': ['Exact'],
      '/ExactText.tsx': ['ExactText'],
      '/Empty.tsx': ['Empty'],
      '/Icon.tsx': ['Icon'],
      '/LaterIcon.tsx': ['LaterIcon'],
      '/Switch.tsx': ['Switch'],
      '/copy.ts': ['copy'],
      '/saveAsJson.ts': ['saveAsJson'],
      '/focus.ts': ['afterDrawing', 'focusFirst', 'focusNow'],
      '/format.ts': ['fileSize', 'locale', 'moment'],
      '/HubForm.tsx': ['HubForm'],
    },
  },
  /** widget/ui/loadLater.ts lends. */
  editor: { result: 'editor', modules: preact },
  /** widget/dropin/laterService.ts lends. */
  service: { result: 'createLaterService', modules: service },
  /** The same lends. */
  moreService: { result: 'createMoreService', modules: service },
} as const satisfies Record<string, Loan>;
export type LoanName = keyof typeof loans;
