import { describe, expect, test } from 'vitest';
import { replaces } from '@/memory/consolidation/replaces';

describe('a newer sentence takes the place of an older one', () => {
  test.each([
    ['I drive a Fiat now.', 'I drive a Golf.'],
    ['My landlord is called Bruno.', 'My landlord is called Alain.'],
    ['My phone is a Pixel 9.', 'My phone is an iPhone 12.'],
    ['My favourite colour is green.', 'My favourite colour is blue.'],
    ['My dentist appointment is on Thursday.', 'My dentist appointment is on Monday.'],
    ['My project deadline is 3 June.', 'My project deadline is 12 May.'],
    ['Our till system is Lightspeed now.', 'Our till system is Square.'],
    ['I take 50 mg of sertraline every morning.', 'I take 25 mg of sertraline every morning.'],
    ['My rent is 1200 euros a month.', 'My rent is 1050 euros a month.'],
    ['I run 40 km a week now.', 'I run 25 km a week.'],
    ['We have two cats now.', 'We have one cat.'],
    ['I go to the gym on Tuesdays now.', 'I go to the gym on Fridays.'],
    ['I drink my coffee with oat milk now.', 'I drink my coffee with sugar.'],
    ['I no longer eat meat.', 'I eat meat.'],
    ["I don't smoke.", 'I smoke.'],
    ['I don’t smoke.', 'I smoke.'],
    ['I have stopped playing the cello.', 'I play the cello.'],
    ["I'm no longer allergic to penicillin.", "I'm allergic to penicillin."],
    ['I eat meat.', "I don't eat meat."],
  ])('“%s” that of “%s”', (newer, older) => {
    expect(replaces(newer, older)).toBe(true);
  });
});

describe('two sentences stand beside each other', () => {
  test.each([
    ['My brother is called Paul.', 'My brother is called Tom.'],
    ['My mother lives in Porto.', 'My father lives in Porto.'],
    ['My mother has diabetes.', 'My father has diabetes.'],
    ['My daughter Ida is allergic to nuts.', 'My daughter Lea is allergic to nuts.'],
    ['My daughter Ida is six years old.', 'My daughter Lea is three years old.'],
    ['My second son is called Max.', 'My first son is called Leo.'],
    ['I have an allergy to shellfish.', 'I have an allergy to peanuts.'],
    ['I am allergic to bee stings and dust.', 'I am allergic to bee stings.'],
    ["I'm learning Portuguese at home.", "I'm learning German at home."],
    ['I now speak some Italian too.', 'I speak some German.'],
    ['I have a dog called Rex.', 'I have a dog called Bello.'],
    ['My dog Rex is afraid of thunder.', 'My dog Bello is afraid of thunder.'],
    ['I enjoy puzzle number 1001.', 'I enjoy puzzle number 1000.'],
    ['I want to learn Rust this year.', 'I want to learn Go this year.'],
    ['I take vitamin D every morning.', 'I take ibuprofen every morning.'],
    ['My left knee hurts when I run.', 'My left ankle hurts when I run.'],
    ["I don't like cilantro in my soup.", 'I like lemon in my soup.'],
    ['I have two nephews in Madrid.', 'I have two nieces in Madrid.'],
    ['I have a new bike.', 'I have a new job.'],
    ['My phone is slow.', 'My phone is a Pixel 9.'],
    ['I smoke.', 'I smoke.'],
  ])('“%s” and “%s”', (newer, older) => {
    expect(replaces(newer, older)).toBe(false);
    expect(replaces(older, newer)).toBe(false);
  });
});
