// SPDX-License-Identifier: MIT
// The checks of these filings and of no others as one query of DuckDB, in doubles with a tolerance.
//
// usage: node duckdb.mjs THREADS FILE, with the package @duckdb/node-api in the directory that TIEOUT_DUCKDB names
//
// Prints the number of each document that does not tie out, and what is broken there.
import { createRequire } from 'node:module';
import path from 'node:path';

const [threads, file] = process.argv.slice(2);
const packages = createRequire(path.join(path.resolve(process.env.TIEOUT_DUCKDB ?? '.'), 'package.json'));
const { DuckDBInstance } = packages('@duckdb/node-api');

// ── what a line holds ────────────────────────────────────────────────────────────────────────────────
const struct = (fields) =>
  `STRUCT(${Object.entries(fields).map(([name, type]) => `"${name}" ${type}`).join(', ')})`;
const phases = (...names) => Object.fromEntries(names.map((name) => [name, 'DOUBLE']));
const list = (fields) => `${struct(fields)}[]`;
const claims = list({ stated: 'DOUBLE' });
const spent = struct(phases('executed'));
const owned = struct(phases('closing'));
const row = { weight: 'DOUBLE', score: 'DOUBLE' };
const split = (name, ...of) => struct({ [name]: struct({ items: list(phases(...of)) }) });

const columns = {
  body: struct({ name: 'VARCHAR' }),
  staff: struct({ authorised: 'DOUBLE', actual: 'DOUBLE', kinds: list({ authorised: 'DOUBLE', actual: 'DOUBLE' }) }),
  income: struct({
    ...phases('prior', 'executed', 'opening'),
    growth: claims,
    splits: split('fund', 'executed'),
  }),
  surplus_used: spent,
  total_income: spent,
  expenditure: struct({
    ...phases('prior', 'initial', 'supplementary', 'adjusted', 'executed', 'closing'),
    growth: claims,
    rates: claims,
    comparatives: list({ word: 'VARCHAR' }),
    splits: split('function', 'prior', 'initial', 'executed'),
    basic: struct({
      ...phases('initial', 'executed'),
      shares: claims,
      personnel: struct({ ...phases('executed'), shares: claims }),
      operating: spent,
      splits: struct({
        economic: struct({ items: list({ code: 'VARCHAR', ...phases('initial', 'executed') }) }),
      }),
    }),
    project: struct({
      ...phases('prior', 'initial', 'executed'),
      projects: list(phases('prior', 'initial', 'executed')),
    }),
  }),
  distribution: spent,
  total_expenditure: spent,
  three_public: struct({
    ...phases('prior', 'initial', 'executed'),
    growth: claims,
    abroad: spent,
    vehicles: struct({ ...phases('executed'), purchase: spent, operation: spent }),
    reception: spent,
  }),
  procurement: struct({
    ...phases('initial', 'executed'),
    goods: spent,
    works: spent,
    services: spent,
    sme_reserved: spent,
    small_reserved: spent,
  }),
  assets: struct({
    ...phases('closing'),
    current: owned,
    fixed: struct(phases('opening', 'closing')),
    depreciation: owned,
    fixed_net: owned,
    fixed_increase: spent,
    fixed_decrease: spent,
  }),
  evaluation: struct({
    budget: struct({ ...phases('adjusted', 'executed'), rates: claims, ...row }),
    indicators: list({ ...row, indicators: list({ ...row, indicators: list(row) }) }),
    ...row,
  }),
  rates: claims,
  figures: struct(
    Object.fromEntries(['受理', '办结', '办结率', '网络', '来信', '来访'].map((name) => [name, struct({ value: 'DOUBLE' })])),
  ),
};

// ── what must hold; what is not stated makes it null, which breaks nothing ───────────────────────────
const half = 0.005;
const tolerance = 1e-7;
const off = (parts) => half * (parts + 1) + tolerance;
const sum = (total, ...parts) => `abs(${total} - (${parts.join(' + ')})) <= ${off(parts.length)}`;
const within = (total, ...parts) => `${parts.join(' + ')} - ${total} <= ${off(parts.length)}`;
const atMost = (lesser, greater) => `${lesser} - ${greater} <= ${2 * half + tolerance}`;
const listed = (total, lines) =>
  `abs(${total} - list_sum(${lines})) <= ${half} * (len(${lines}) + 1) + ${tolerance}`;
const each = (lines, what) => `[line.${what} for line in ${lines}]`;
const quotient = (rate, part, whole, by = half) =>
  `(100 * (${part} - ${by}) <= (${rate} + ${half}) * (${whole} + ${by}) + ${tolerance}` +
  ` AND 100 * (${part} + ${by}) >= (${rate} - ${half}) * (${whole} - ${by}) - ${tolerance})`;
const growth = (item) => quotient(`(100 + ${item}.growth[1].stated)`, `${item}.executed`, `${item}.prior`);

const e = 'expenditure';
const basic = `${e}.basic`;
const project = `${e}.project`;
const classes = `${basic}.splits.economic.items`;
const functions = `${e}.splits."function".items`;
const ofPersonnel = (wanted) =>
  `[line.executed for line in ${classes} if ${wanted ? '' : 'NOT '}line.code IN ('301', '303')]`;
const value = (name) => `figures."${name}".value`;

const checks = [
  ['T01', listed('income.executed', each('income.splits.fund.items', 'executed'))],
  ['T02', `CASE WHEN surplus_used IS NULL
      THEN ${within('total_income.executed', 'income.executed', 'income.opening')}
      ELSE ${sum('total_income.executed', 'income.executed', 'income.opening', 'surplus_used.executed')} END`],
  ...['prior', 'initial', 'executed'].map((phase) => ['T03', listed(`${e}.${phase}`, each(functions, phase))]),
  ['T04', within('total_expenditure.executed', `${e}.executed`, `${e}.closing`)],
  ['T05', `CASE WHEN total_expenditure IS NULL
      THEN ${sum(`${e}.executed`, 'total_income.executed', `-${e}.closing`, '-distribution.executed')}
      ELSE ${sum('total_income.executed', 'total_expenditure.executed')} END`],
  ['T06', sum(`${basic}.executed`, `${basic}.personnel.executed`, `${basic}.operating.executed`)],
  ['T07', sum(`${e}.executed`, `${basic}.executed`, `${project}.executed`)],
  ['T07', `CASE WHEN ${basic}.initial IS NULL THEN ${atMost(`${project}.initial`, `${e}.initial`)}
      ELSE ${sum(`${e}.initial`, `${basic}.initial`, `${project}.initial`)} END`],
  ['T07', atMost(`${project}.prior`, `${e}.prior`)],
  ['T09', listed(`${basic}.initial`, each(classes, 'initial'))],
  ['T09', listed(`${basic}.executed`, each(classes, 'executed'))],
  ['T37', listed(`${basic}.personnel.executed`, ofPersonnel(true))],
  ['T38', listed(`${basic}.operating.executed`, ofPersonnel(false))],
  ['T42', `CASE WHEN three_public.abroad IS NULL
      THEN ${within('three_public.executed', 'three_public.vehicles.executed', 'three_public.reception.executed')}
      ELSE ${sum('three_public.executed', 'three_public.abroad.executed', 'three_public.vehicles.executed',
                 'three_public.reception.executed')} END`],
  ['T43', sum('three_public.vehicles.executed', 'three_public.vehicles.purchase.executed',
              'three_public.vehicles.operation.executed')],
  ['T46', atMost('three_public.executed', 'three_public.initial')],
  ['T53', sum(`${e}.adjusted`, `${e}.initial`, `${e}.supplementary`)],
  ['T55', sum('evaluation.budget.adjusted', `${e}.adjusted`)],
  ['T55', sum('evaluation.budget.executed', `${e}.executed`)],
  ['T59', sum('procurement.executed', 'procurement.goods.executed', 'procurement.works.executed',
              'procurement.services.executed')],
  ...['prior', 'initial', 'executed'].map((phase) =>
    ['T60', listed(`${project}.${phase}`, each(`${project}.projects`, phase))]),
  ['T61', 'leaves = evaluation.weight OR leaves + evaluation.budget.weight = evaluation.weight'],
  ['T62', 'evaluation.indicators[1].weight = outputs AND evaluation.indicators[2].weight = outcomes'],
  ['T62', 'evaluation.indicators[1].indicators[1].weight = quantities'],
  ['T63', `len([tier for tier in evaluation.indicators if tier.score < 0 OR tier.score > tier.weight]) = 0
      AND (evaluation.budget.score IS NULL OR evaluation.budget.score <= evaluation.budget.weight)`],
  ['T64', `abs(evaluation.score - scores) <= 0.05 + ${tolerance}
      OR abs(evaluation.score - scores - evaluation.budget.score) <= 0.05 + ${tolerance}`],
  ['T65', quotient('evaluation.budget.rates[1].stated', 'evaluation.budget.executed', 'evaluation.budget.adjusted')],
  ['T69', sum('assets.closing', 'assets.current.closing', 'assets.fixed_net.closing')],
  ['T70', sum('assets.fixed_net.closing', 'assets.fixed.closing', '-assets.depreciation.closing')],
  ['T72', sum('assets.fixed.closing', 'assets.fixed.opening', 'assets.fixed_increase.executed',
              '-assets.fixed_decrease.executed')],
  ['T73', quotient(`${basic}.shares[1].stated`, `${basic}.executed`, `${e}.executed`)],
  ['T73', quotient(`${basic}.personnel.shares[1].stated`, `${basic}.personnel.executed`, `${basic}.executed`)],
  ['T75', growth('income')],
  ['T75', growth(e)],
  ['T75', growth('three_public')],
  ['T76', `CASE WHEN ${e}.comparatives[1].word = 'more' THEN ${e}.executed - ${e}.prior
      ELSE ${e}.prior - ${e}.executed END + ${2 * half} > ${tolerance}`],
  ['T77', quotient(`${e}.rates[1].stated`, `${e}.executed`, `${e}.adjusted`)],
  ['T77', quotient('rates[1].stated', 'staff.actual', 'staff.authorised', 0)],
  ['T81', 'three_public.executed IS NOT NULL'],
  ['T83', atMost('procurement.small_reserved.executed', 'procurement.sme_reserved.executed')],
  ['T83', atMost('procurement.sme_reserved.executed', 'procurement.executed')],
  ['T86', 'leaves + evaluation.budget.weight = evaluation.weight'],
  ['T87', atMost('procurement.initial', `${e}.initial`)],
  ['T88', `list_sum(${each('staff.kinds', 'authorised')}) = staff.authorised`],
  ['T88', `list_sum(${each('staff.kinds', 'actual')}) = staff.actual`],
  ['T89', 'staff.actual <= staff.authorised'],
  ['T89', 'len([kind for kind in staff.kinds if kind.actual > kind.authorised]) = 0'],
  ['受理', `${value('网络')} + ${value('来信')} + ${value('来访')} = ${value('受理')}`],
  ['办结率', quotient(value('办结率'), value('办结'), value('受理'), 0)],
];

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const types = Object.entries(columns).map(([name, type]) => `${name}: ${quoted(type)}`);
const query = `
  WITH filings AS (
    -- Numbering rows would leave all work to one thread; the name of the body ends in the number of the document.
    SELECT *, regexp_extract(body.name, '[0-9]+$')::INTEGER AS number
    FROM read_json(${quoted(file)}, format = 'newline_delimited', maximum_object_size = 1048576,
                   columns = {${types.join(', ')}})),
  rows AS (
    SELECT *,
      list_sum([row.weight for row in evaluation.indicators[1].indicators[1].indicators]) AS quantities,
      list_sum([row.weight for row in evaluation.indicators[1].indicators[2:]]) + quantities AS outputs,
      list_sum([row.weight for row in evaluation.indicators[2].indicators]) AS outcomes,
      outputs + outcomes + evaluation.indicators[3].weight AS leaves,
      list_sum([tier.score for tier in evaluation.indicators]) AS scores
    FROM filings),
  checked AS (
    SELECT number, concat_ws(' ', ${checks
      .map(([code, holds]) => `CASE WHEN NOT (${holds}) THEN ${quoted(code)} END`)
      .join(',\n      ')}) AS broken
    FROM rows)
  SELECT number, broken FROM checked WHERE broken <> '' ORDER BY number`;

const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
const result = await connection.runAndReadAll(query);
process.stdout.write(result.getRows().map(([number, broken]) => `${number}\t${broken}\n`).join(''));
