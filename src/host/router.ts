import * as v from 'valibot';
import type { Models } from '@/host/models';
import { tryEmbedding, tryExtraction } from '@/host/try-models';
import { logFault } from '@/lib/log-fault';
import type { MemoryEngine } from '@/memory/engine';
import {
  type Answer,
  type DataOf,
  type Envelope,
  type MessageName,
  protocol,
  type ReplyOf,
} from '@/messaging/protocol';
import { modelProblems } from '@/models/model-error';

type Handlers = { [Name in MessageName]: (data: DataOf<Name>) => Promise<ReplyOf<Name>> };

/** Answers one message whose sender was checked: parses its data, asks the engine, and turns failures into answers. */
export function router(engine: MemoryEngine, models: Models): (envelope: Envelope) => Promise<Answer> {
  const handlers: Handlers = {
    capture: (captured) => engine.capture(captured),
    recall: (request) => engine.recall(request),
    blockFor: (request) => engine.blockFor(request),
    report: (report) => engine.report(report).then(() => null),
    feedback: (feedback) => engine.feedback(feedback).then((entry) => entry ?? null),
    command: (request) => engine.command(request).then((prospect) => prospect ?? null),
    forgetNow: (request) => engine.forgetNow(request),
    commandDone: ({ conversation }) => engine.commandDone(conversation).then((done) => done ?? null),
    takeBack: ({ conversation, entry }) => engine.takeBack(conversation, entry).then(nothing),
    search: ({ text }) => engine.search(text),
    add: ({ text, kind }) => engine.add(text, kind),
    store: ({ items }) => engine.store(items).then((stored) => stored.length),
    revise: ({ id, text }) => engine.revise(id, text),
    archive: ({ ids }) => engine.archive(ids),
    restore: ({ ids }) => engine.restore(ids),
    settle: ({ id, keep }) => engine.settle(id, keep),
    pin: ({ ids, pinned }) => engine.pin(ids, pinned),
    forget: ({ ids }) => engine.forget(ids),
    undo: ({ entry }) => engine.undo(entry).then((undone) => undone ?? null),
    changeSettings: (changes) => engine.changeSettings(changes),
    modelSize: ({ model }) => models.size(model),
    downloadModel: ({ model }) => models.download(model).then(nothing),
    pauseModel: ({ model }) => models.pause(model).then(nothing),
    resumeModel: ({ model }) => models.resume(model).then(nothing),
    removeModel: ({ model }) => models.remove(model, engine),
    adoptModel: ({ model, folder }) => models.adopt(model, folder).then(nothing),
    useEmbedding: ({ model }) => models.useEmbedding(model, engine).then(nothing),
    useExtractor: ({ choice }) => models.useExtractor(choice, engine).then(nothing),
    serverModels: ({ url }) => models.serverModels(url),
    tryEmbedding: ({ one, other }) => tryEmbedding(one, other, engine),
    tryExtraction: ({ text }) => tryExtraction(text, engine),
    retryReading: ({ turns }) => engine.retryReading(turns).then(nothing),
  };

  return async ({ name, data }) => {
    if (!isMessageName(name)) return refusal('ProtocolError', 'There is no such message.');
    const parsed = v.safeParse(protocol[name].data, data);
    if (!parsed.success)
      return refusal('ProtocolError', `The data of "${name}" is not as the protocol says.`);
    try {
      const handle = handlers[name] as (data: unknown) => Promise<unknown>;
      return { ok: true, value: await handle(parsed.output) };
    } catch (error) {
      return toRefusal(error);
    }
  };
}

function nothing(): null {
  return null;
}

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(protocol, name);
}

/** Only messages of our own errors are known to be free of the user's words. */
function toRefusal(error: unknown): Answer {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: '' };
  if (name === 'RefusedError' || name === 'StorageFullError') return refusal(name, message);
  // What came over from a worker is no `ModelError` any more, but has its reason.
  const { reason } = (error ?? {}) as { reason?: unknown };
  const problem = modelProblems.find((known) => known === reason);
  if (problem) return refusal('ModelError', problem);
  logFault('in the engine')(error);
  return refusal(name, 'Something went wrong inside Throughline. Nothing that was stored is lost.');
}

function refusal(name: string, message: string): Answer {
  return { ok: false, error: { name, message } };
}
