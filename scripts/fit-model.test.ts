import { describe, expect, test } from 'vitest';
import {
  atThresholds,
  calibration,
  fit,
  type Judged,
  type Row,
  scaled,
  scaling,
} from './fit-model.ts';

function rows(page: string, features: string[], right: number, count: number): Row[] {
  return Array.from({ length: count }, (_, place) => ({
    page: `${page} ${place}`,
    features: ['base', ...features],
    isRight: place < right,
  }));
}

const probability = (odds: number) => 1 / (1 + Math.exp(-odds));

describe('fitting', () => {
  test('says of what there is to see how often it was right', () => {
    const { base = 0, other = 0 } = fit(
      [...rows('plain', [], 190, 200), ...rows('fax', ['other'], 10, 100)],
      ['base', 'other'],
    );
    expect(probability(base)).toBeCloseTo(0.95, 2);
    expect(probability(base + other)).toBeCloseTo(0.1, 2);
  });

  test('never takes for a sign against a number what speaks for it', () => {
    const { phone = 1 } = fit(
      [...rows('plain', [], 99, 100), ...rows('labelled', ['phone'], 80, 100)],
      ['base', 'phone'],
    );
    expect(phone).toBe(0);
  });

  test('lets the runners-up of a page say nothing of the first', () => {
    const first = rows('first', [], 98, 100);
    const others = rows('others', ['notFirst'], 0, 500);
    const alone = fit(first, ['base', 'notFirst']);
    const together = fit([...first, ...others], ['base', 'notFirst']);
    expect(together.base).toBe(alone.base);
    expect(probability((together.base ?? 0) + (together.notFirst ?? 0))).toBeLessThan(0.05);
  });

  test('learns from the others what no first number has', () => {
    const { id = 0 } = fit(
      [...rows('first', [], 98, 100), ...rows('orders', ['notFirst', 'id'], 0, 50)],
      ['base', 'notFirst', 'id'],
    );
    expect(id).toBeLessThan(0);
  });
});

const judged = (page: string, said: number, isRight: boolean): Judged => ({
  page,
  features: ['base'],
  isRight,
  probability: said,
});

test('of each page the likeliest number counts at a threshold', () => {
  const [low, high] = atThresholds(
    [
      judged('a', 0.9, false),
      judged('a', 0.99, true),
      judged('b', 0.8, false),
      judged('c', 0.5, true),
    ],
    [0.7, 0.97],
  );
  expect(low).toEqual({ from: 0.7, filled: 2, right: 1, pages: 2 });
  expect(high).toEqual({ from: 0.97, filled: 1, right: 1, pages: 2 });
});

test('the calibration holds what was said against what happened', () => {
  const bins = calibration(
    [judged('a', 0.6, true), judged('b', 0.8, false), judged('c', 0.95, true)],
    [0, 0.5, 0.9, 1.01],
  );
  expect(bins).toEqual([
    { said: 0.7, happened: 0.5, count: 2 },
    { said: 0.95, happened: 1, count: 1 },
  ]);
});

test('scaling makes come true what was said too timidly', () => {
  const timid = Array.from({ length: 100 }, (_, place) => judged(`${place}`, 0.9, place < 99));
  const [first] = scaled(timid, scaling(timid));
  expect(first?.probability).toBeCloseTo(0.99, 2);
});
