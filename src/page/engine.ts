import type { CommandDone, Prospect } from '@/memory/commands/command';
import type { Block, BlockRequest, Feedback, Recall, RecallRequest, UseReport } from '@/memory/recall/types';
import type { AuditId, CapturedTurns, CaptureReceipt, ConversationRef, MemoryId } from '@/memory/types';

/** What the page asks of the engine. Each may fail in any way; the chat site must go on working. */
export interface Engine {
  capture(turns: CapturedTurns): Promise<CaptureReceipt>;
  recall(request: RecallRequest): Promise<Recall>;
  blockFor(request: BlockRequest): Promise<Block>;
  report(use: UseReport): Promise<unknown>;
  feedback(feedback: Feedback): Promise<unknown>;
  /** What the command in a draft would do; null where it holds none. */
  command(request: Draft): Promise<Prospect | null>;
  forgetNow(request: Draft & { ids: MemoryId[] }): Promise<CommandDone>;
  /** What the last command that was captured did; null where it did nothing. */
  commandDone(conversation: ConversationRef): Promise<CommandDone | null>;
  takeBack(request: { conversation: ConversationRef; entry: AuditId }): Promise<unknown>;
  openMemories(): void;
  /** False once the extension was updated, reloaded or removed: nothing will answer any more. */
  isConnected(): boolean;
}

interface Draft {
  conversation: ConversationRef;
  draft: string;
}
