import type { ActFormProps } from './act-frame.tsx';
import type { Act } from './act-rules.ts';
import { ConfirmForm, DeclineForm, ReassignForm, RenegotiateForm } from './answer-forms.tsx';
import { CorrectForm, ExplainForm, ReleaseForm, SettleForm } from './result-forms.tsx';

/** The form of an act that needs one. */
export function ActDialog({ act, ...props }: ActFormProps & { readonly act: Act }) {
  if (act === 'decline') return <DeclineForm {...props} />;
  if (act === 'settle') return <SettleForm {...props} />;
  if (act === 'correct') return <CorrectForm {...props} />;
  if (act === 'explain') return <ExplainForm {...props} />;
  if (act === 'renegotiate') return <RenegotiateForm {...props} />;
  if (act === 'release') return <ReleaseForm {...props} />;
  if (act === 'reassign') return <ReassignForm {...props} />;
  return act === 'confirm' ? <ConfirmForm {...props} /> : null;
}
