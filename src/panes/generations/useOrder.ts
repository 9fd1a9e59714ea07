// The order of the table: of few rows it is worked out at once, of many where they lie; the last one stays on screen until the next is there.

import { useMemo, useState } from 'react';
import type * as OrderNow from '../../analysis/order/orderNow.ts';
import type { KnownBefore } from '../../analysis/order/orderNow.ts';
import type { OrderRequest, SampleOrder } from '../../analysis/order/orderRequest.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { useQuestions } from '../../state/answer.ts';
import { useAsked } from '../../state/asked.ts';

/** Comes on its own: until it is there, or where it does not arrive, every order is asked for. */
let atOnce: typeof OrderNow | undefined;
import('../../analysis/order/orderNow.ts').then(
  (module) => {
    atOnce = module;
  },
  () => undefined,
);

export interface OrderAnswer {
  /** Absent until the first answer of this document. */
  readonly order: SampleOrder | undefined;
  /** Why there is no order for what is asked, in the words of the engine. */
  readonly problem: string | undefined;
}

interface Answered {
  readonly order: SampleOrder;
  readonly rows: SampleTable;
  readonly request: OrderRequest;
  readonly of: unknown;
}

interface Question {
  readonly rows: SampleTable;
  readonly request: OrderRequest;
}

/** `request` must be the same object as long as it asks the same. */
export function useOrder(rows: SampleTable, request: OrderRequest): OrderAnswer {
  const questions = useQuestions();
  const [before, setBefore] = useState<Omit<Answered, 'order' | 'request'> & { readonly known: KnownBefore }>();
  const knownBefore = before?.rows === rows && before.of === questions ? before.known : undefined;
  const now = atOnce?.isQuick(request, knownBefore) ? atOnce : undefined;
  const isFew = now !== undefined;
  const [asked, setAsked] = useState<Question & { readonly of: unknown }>({ rows, request, of: questions });
  const question = useMemo(() => ({ ...asked }), [asked]);
  const known = useMemo(
    () => now && { order: now.orderNow(rows, request, knownBefore), rows, request, of: questions },
    [now, rows, request, knownBefore, questions],
  );
  const { value, isOpen, problem } = useAsked(isFew ? known : question, known, async () => ({
    order: await questions.order(question.request, question.rows.parts.overlay),
    rows: question.rows,
    request: question.request,
    of: questions,
  }));
  // What holds of all rows holds however they are narrowed.
  const isOfSame = value?.rows === before?.rows && value?.of === before?.of;
  if (value !== undefined && atOnce !== undefined && !(isOfSame && isFew)) {
    const after = atOnce.knownAfter(isOfSame ? before?.known : undefined, value.request, value.order);
    if (!isOfSame || after !== before?.known) setBefore({ rows: value.rows, of: value.of, known: after });
  }
  // While rows arrive, an order is finished before the next one is asked for: it would never be, otherwise.
  const isOther = asked.request !== request || asked.of !== questions;
  if (isOther || (asked.rows !== rows && (isFew || !isOpen))) setAsked({ rows, request, of: questions });
  return {
    order: value?.of === questions ? value.order : undefined,
    problem: problem instanceof Error ? problem.message : undefined,
  };
}
