import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeWorkers } from '../../e2e/fixtures/fakeWorker.ts';
import { pointerOf, rootPointer } from '../json/pointer.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import { documentWorkers } from './client.ts';

const skimmed = {
  type: 'skimmed',
  bytes: 2,
  kind: 'response',
  form: 'JSON',
  notes: [],
  generationCount: 0,
  providerCount: 0,
  chunks: [],
  fields: { fields: [], fieldCount: 0 },
} as const;
const complete = { type: 'complete' } as LoadEvent;

function openOne() {
  const fake = fakeWorkers();
  const events: string[] = [];
  const failures: string[] = [];
  const revived = vi.fn();
  const session = documentWorkers(fake.start, fake.options).openSession(
    { source: { text: '{}' }, asPlain: false },
    {
      onEvent(event) {
        events.push(event.type);
        if (event.type === 'failed') failures.push(event.failure.title);
      },
      onRevived: revived,
    },
  );
  const tell = (at: number, event: LoadEvent) => fake.worker(at).say({ type: 'event', event });
  return { ...fake, session, events, failures, revived, tell };
}

/** Opened, complete, and its worker lives. */
function openComplete() {
  const opened = openOne();
  opened.arrive(0);
  opened.tell(0, skimmed);
  opened.tell(0, complete);
  return opened;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Messages of this type that a worker got. */
const ofType = (messages: readonly unknown[], type: string) =>
  messages.filter((message) => (message as { type: string }).type === type);

describe('a document whose worker ends without a word', () => {
  test('after its load gets another worker, which answers what was asked, and nothing is told twice', async () => {
    const { session, worker, arrive, end, tell, events, revived } = openComplete();
    const answer = session.questions.wholeText();
    end(0);
    arrive(1);
    expect(worker(1).received).toMatchObject([
      { type: 'open', source: { text: '{}' } },
      { type: 'ask', question: { name: 'wholeText' } },
    ]);
    tell(1, skimmed);
    expect(revived).toHaveBeenCalledTimes(1);
    worker(1).say({ type: 'answer', id: 0, answer: '{}' });
    expect(await answer).toBe('{}');
    tell(1, complete);
    expect(events).toEqual(['skimmed', 'complete']);
    expect(revived).toHaveBeenCalledTimes(1);
  });

  test('in the middle of its load is read from the start, and its first rows stay', () => {
    const { arrive, end, tell, events, revived } = openOne();
    arrive(0);
    tell(0, skimmed);
    end(0);
    arrive(1);
    tell(1, skimmed);
    tell(1, { type: 'rows', chunks: [] });
    tell(1, complete);
    expect(events).toEqual(['skimmed', 'rows', 'complete']);
    expect(revived).toHaveBeenCalledTimes(1);
  });

  test('again and again is given up, says so, and begins once more when it is asked to', async () => {
    const { session, arrive, end, tell, events, failures, workers } = openComplete();
    for (const at of [0, 1, 2, 3]) {
      arrive(at);
      end(at);
    }
    expect(workers.length).toBe(4);
    expect(failures).toEqual(['The reader of this document stopped']);
    await expect(session.questions.wholeText()).rejects.toThrow('has stopped');
    session.again();
    arrive(4);
    tell(4, skimmed);
    tell(4, complete);
    expect(events).toEqual(['skimmed', 'complete', 'failed', 'again', 'complete']);
  });

  test('at a question that ends every worker is kept, and only that question has no answer', async () => {
    const { session, arrive, end, tell, failures } = openComplete();
    const refused = expect(session.questions.wholeText()).rejects.toThrow('at this question');
    end(0);
    arrive(1);
    tell(1, skimmed);
    end(1);
    await refused;
    expect(failures).toEqual([]);
  });

  test('is left alone when it was closed', () => {
    const { session, end, workers } = openComplete();
    session.close();
    end(0);
    expect(workers.length).toBe(1);
  });
});

describe('a worker that is silent', () => {
  test('is asked for a sign of life while somebody waits, and is not given up as long as it gives one', async () => {
    const { session, worker } = openComplete();
    session.questions.node(rootPointer).catch(() => undefined);
    for (let second = 0; second < 50; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      if (second % 15 === 0) worker(0).say({ type: 'alive' });
    }
    expect(ofType(worker(0).received, 'heartbeat').length).toBeGreaterThan(40);
    expect(worker(0).isTerminated).toBe(false);
  });

  test('at one question only, however much it lives and answers others, is started again; what it never answers is refused', async () => {
    const { session, worker, workers, arrive, tell, failures } = openComplete();
    /** Lives for so many seconds, and answers whatever else it is asked. */
    const live = async (at: number, seconds: number) => {
      for (let second = 0; second < seconds && !worker(at).isTerminated; second++) {
        await vi.advanceTimersByTimeAsync(1000);
        session.questions.node(pointerOf(at, second)).catch(() => undefined);
        for (const message of ofType(worker(at).received, 'ask') as readonly { id: number }[])
          if (message.id > 0) worker(at).say({ type: 'answer', id: message.id, answer: undefined });
        worker(at).say({ type: 'alive' });
      }
    };
    const refused = expect(session.questions.wholeText()).rejects.toThrow('at this question');
    await live(0, 100);
    expect(worker(0).isTerminated).toBe(true);
    arrive(1);
    expect(ofType(worker(1).received, 'ask')).toContainEqual(
      expect.objectContaining({ question: { name: 'wholeText', args: [] } }),
    );
    tell(1, skimmed);
    tell(1, complete);
    await live(1, 100);
    await refused;
    expect(workers.length).toBe(3);
    expect(failures).toEqual([]);
  });

  test('is not given up for a question that came before the document is read', async () => {
    const { session, worker, arrive, tell } = openOne();
    arrive(0);
    tell(0, skimmed);
    session.questions.wholeText().catch(() => undefined);
    for (let second = 0; second < 200; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      worker(0).say({ type: 'alive' });
    }
    expect(worker(0).isTerminated).toBe(false);
  });

  test('is started again when it gives none for long', async () => {
    const { session, worker } = openComplete();
    session.questions.node(rootPointer).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(worker(0).isTerminated).toBe(true);
    expect(worker(1).received).toMatchObject([
      { type: 'open' },
      { type: 'ask' },
      ...ofType(worker(1).received, 'heartbeat'),
    ]);
  });

  test('is left in peace while nobody waits', async () => {
    const { worker } = openComplete();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(worker(0).isTerminated).toBe(false);
    expect(ofType(worker(0).received, 'heartbeat')).toEqual([]);
  });
});

describe('a worker that throws', () => {
  test('in the middle of a load fails with what it said, and the load begins again when it is asked to', () => {
    const { session, worker, arrive, tell, events, failures, workers } = openOne();
    arrive(0);
    tell(0, skimmed);
    worker(0).err('Uncaught TypeError: no such thing');
    expect(failures).toEqual(['The reader of this document stopped']);
    expect(workers.length).toBe(1);
    session.again();
    arrive(1);
    tell(1, skimmed);
    tell(1, complete);
    expect(events).toEqual(['skimmed', 'failed', 'again', 'complete']);
  });

  test('after its load is started again', () => {
    const { worker, arrive, tell, failures, revived } = openComplete();
    worker(0).err('Uncaught TypeError: no such thing');
    arrive(1);
    tell(1, skimmed);
    expect(failures).toEqual([]);
    expect(revived).toHaveBeenCalledTimes(1);
  });
});

describe('a worker whose script does not arrive', () => {
  test('is asked for once more', async () => {
    const { worker, arrive, tell, events } = openOne();
    worker(0).err();
    await vi.advanceTimersByTimeAsync(1000);
    arrive(1);
    tell(1, skimmed);
    expect(events).toEqual(['skimmed']);
  });

  test('twice is a failure that can be tried again', async () => {
    const { session, worker, failures, tell, arrive, events } = openOne();
    worker(0).err();
    await vi.advanceTimersByTimeAsync(1000);
    worker(1).err();
    expect(failures).toEqual(['A part of this page did not arrive']);
    session.again();
    arrive(2);
    tell(2, skimmed);
    expect(events).toEqual(['failed', 'again', 'skimmed']);
  });

  test('and is not refused either is a failure after a while', async () => {
    const { failures } = openOne();
    await vi.advanceTimersByTimeAsync(70_000);
    expect(failures).toEqual(['A part of this page did not arrive']);
  });
});

test('a file that cannot be read any longer is read from what the browser keeps', async () => {
  const fake = fakeWorkers();
  const events: string[] = [];
  const content = new Blob(['{}']);
  documentWorkers(fake.start, fake.options).openSession(
    { source: { file: new Blob(['gone']) }, asPlain: false },
    { onEvent: ({ type }) => events.push(type), kept: async () => content },
  );
  const failure = { kind: 'unreadable', title: '', detail: '', advice: '', canOpenAsPlain: false } as const;
  fake.worker(0).say({ type: 'event', event: { type: 'failed', failure } });
  await vi.advanceTimersByTimeAsync(0);
  expect(fake.worker(1).received).toMatchObject([{ type: 'open', source: { file: content } }]);
  fake.worker(1).say({ type: 'event', event: { type: 'failed', failure } });
  expect(events).toEqual(['failed']);
});

describe('a long text', () => {
  const text = `{"data": "${'x'.repeat(3_000_000)}"}`;
  const open = () => {
    const fake = fakeWorkers();
    const contents: Blob[] = [];
    documentWorkers(fake.start, fake.options).openSession(
      { source: { text }, asPlain: false },
      { onEvent: () => undefined, onContent: (content) => contents.push(content) },
    );
    return { ...fake, contents };
  };
  const pieces = (messages: readonly unknown[]) =>
    ofType(messages, 'piece').map((message) => (message as { piece: string }).piece);

  test('goes to the worker in pieces, once more to another one, and as bytes when those are there', async () => {
    vi.useRealTimers();
    const { worker, arrive, end, contents } = open();
    arrive(0);
    expect(worker(0).received[0]).toEqual({ type: 'open', asPlain: false, source: { units: text.length } });
    await vi.waitFor(() => expect(pieces(worker(0).received).join('') === text).toBe(true));
    end(0);
    arrive(1);
    await vi.waitFor(() => expect(pieces(worker(1).received).join('') === text).toBe(true));
    const content = new Blob([text]);
    worker(1).say({ type: 'content', content });
    expect(contents).toEqual([content]);
    end(1);
    arrive(2);
    expect(worker(2).received).toEqual([{ type: 'open', asPlain: false, source: { file: content } }]);
  });
});
