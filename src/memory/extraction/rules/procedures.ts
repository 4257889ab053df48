import type { Clause } from '@/memory/extraction/clauses';
import { type Finding, type Rule, rule } from '@/memory/extraction/rules/rule';

const standing: Finding = { kind: 'procedure', importance: 0.75, confidence: 0.9 };
const bare: Finding = { ...standing, importance: 0.55, confidence: 0.65, onlyAlone: true };

const please = '(?:please |kindly )?';
const answering =
  '(?:answer|reply|respond|write|explain|speak|talk|give|use|include|add|show|format|keep|be|start|end|begin|finish|cite|assume|check|ask|tell|address|call|provide|put|make|suggest|recommend|offer|avoid|apologi[sz]e|mention|convert|translate|summari[sz]e|code|indent|name|comment|skip|omit|repeat|remind|consider|prefer)';
const answers = '(?:answers?|repl(?:y|ies)|responses?|explanations?|messages|outputs?|code|summaries)';
const language =
  '(?:english|british english|american english|german|french|spanish|portuguese|italian|dutch|polish|swedish|japanese|chinese|hindi|arabic|turkish|russian|korean|deutsch|français|español|português|italiano)';

/** Standing orders bound to the task at hand are not standing. */
const bound =
  /\b(?:this (?:\p{L}+|one)|the (?:following|above|text|list|table|code|function|file|sentence|user|input|output|result|program|story)|in the (?:story|text|essay|email|code))\b/iu;

export const procedures: Rule[] = [
  rule(
    `${please}(?:from now on|going forward|in (?:the )?future|for (?:all )?future (?:answers|chats|conversations|replies)|in general|in (?:all )?(?:your|future) (?:answers|replies|responses))(?:,| )+.+`,
    standingOrder,
  ),
  rule(
    `(?:whenever|every time|each time|any ?time|when(?:ever)?) (?:you (?:answer|reply|write|respond|explain|give|suggest|recommend|code|help|talk|use|generate|summari[sz]e|translate|are (?:answering|writing))|I (?:ask|say|send|share|paste|request|give)|answering|writing|responding|replying).*,? .+`,
    standingOrder,
  ),
  rule(`${please}always ${answering}(?! (?:true|false|zero))(?: .+|$)`, standingOrder),
  rule(`${please}never ${answering} .+`, standingOrder),
  rule(
    `${please}(?:you should|you must|I(?:'d| would) (?:like|prefer|love)(?: it if)? you(?: to)?|I (?:want|need|expect) you to) (?:always|never|only ever) .+`,
    standingOrder,
  ),
  rule(
    `(?:please )?(?:don'?t|do not|stop) (?:ever )?(?:use|using|add|adding|include|including|write|writing|put|putting|start|starting|end|ending|give|giving|apologi[sz]e|apologi[sz]ing|be|being|call|calling) .*\\b(?:in|with|to|after|at the end of) (?:your|my|any|every|each|all)(?: \\p{L}+)? ${answers}`,
    standingOrder,
  ),
  rule(
    `${please}(?:keep|make|write|format|give|structure) (?:all )?(?:of )?your (?:${answers}|tone|language|style) .+`,
    standingOrder,
  ),
  rule(
    `${please}use (?:the )?(?:metric|imperial|si|british|american|24-hour|24h|celsius|fahrenheit|kilomet(?:er|re)s?|uk|us|iso|inclusive|gender-neutral)(?: (?:units?|system|measurements?|spelling|english|time|format|dates?|clock|language))*(?: (?:for|in|with) (?:me|everything|all.*|your.*|measurements))?$`,
    { ...standing, confidence: 0.75, importance: 0.65 },
  ),
  rule(
    `I (?:use|prefer|like|want|need) (?:the )?(?:metric|imperial|celsius|fahrenheit|british spelling|american spelling|24-hour)(?: .+)?$`,
    { ...standing, kind: 'preference', importance: 0.65 },
  ),
  rule(
    `I (?:prefer|like|want|love|hate|dislike|need|don'?t (?:like|want)) (?:short|brief|concise|long|detailed|direct|simple|plain|straight|step[- ]by[- ]step|formal|informal|honest|thorough|in-depth|bullet(?:ed)?|clear|numbered|friendly|technical|non-technical|blunt)(?:,| and|,? but)? ?(?:\\p{L}+[, ]+){0,3}(?:${answers}|bullet points|lists|language|feedback)`,
    { ...standing, kind: 'preference', importance: 0.65 },
  ),
  rule(`${please}(?:address|refer to) me (?:as|by|with|in|informally|formally) .+`, standing),
  rule(
    `${please}(?:keep (?:it|things|this) (?:short|brief|simple|concise)|be (?:more )?(?:brief|concise|direct|honest|blunt|formal|informal|friendly|critical)|(?:answer|reply|respond|speak|write|talk)(?: to me| only)? in ${language}|no (?:emojis?|bullet points|em[- ]dashes|fluff|small talk|filler|disclaimers?|markdown)|(?:don'?t|do not|stop) (?:use|using|apologi[sz]e|apologi[sz]ing) ?(?:emojis?|bullet points|em[- ]dashes|jargon|markdown|exclamation marks)?|(?:answer|reply|explain(?: things)?|respond) (?:step by step|briefly|concisely|in (?:bullet points|short|simple (?:terms|words))))(?: please)?$`,
    bare,
  ),
];

function standingOrder(_: RegExpExecArray, clause: Clause): Finding | undefined {
  if (bound.test(clause.text)) return undefined;
  return {
    ...standing,
    text: clause.text.replace(/\b(?:please|kindly) /gi, ''),
  };
}
