/** Document numbers, dates and numerals: faults official style forbids, and forms that only look like them. */
import { addDays, type Day, dayOf, weekdayOf } from '#kernel/day.ts';
import { cleanSentences, counties } from '../official-sentences.ts';
import { type PlantedCase, type PlantedSet, plantCase, type Random } from '../planted-set.ts';

const casesOfSet = 160;
const codes = [
  '望政办发',
  '望政发',
  '望财函',
  '青政办函',
  '临政办字',
  '云教发',
  '国办函',
  '财预',
  '人社厅发',
];
const context = { documentDay: dayOf('2026-12-20') };

function times(count: number, make: (index: number) => PlantedCase): readonly PlantedCase[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

type Maker = (random: Random) => string;

const wrongNumbers: readonly Maker[] = [
  (random) => `[${random.integer(2010, 2025)}]${random.integer(1, 99)}号`,
  (random) => `(${random.integer(2010, 2025)})${random.integer(1, 99)}号`,
  (random) => `（${random.integer(2010, 2025)}）${random.integer(1, 99)}号`,
  (random) => `【${random.integer(2010, 2025)}】${random.integer(1, 99)}号`,
  (random) => `﹝${random.integer(2010, 2025)}﹞${random.integer(1, 99)}号`,
  (random) => `〔${random.integer(2010, 2025)}〕0${random.integer(1, 99)}号`,
  (random) => `〔${random.integer(2010, 2025)}〕第${random.integer(1, 99)}号`,
  (random) => `〔${random.integer(10, 25)}〕${random.integer(1, 99)}号`,
  (random) => `〔${random.integer(2010, 2025)}年〕${random.integer(1, 99)}号`,
  (random) => `〔2${random.integer(3, 9)}${random.integer(10, 25)}〕${random.integer(1, 99)}号`,
  (random) => `〔${random.integer(2010, 2025)}]${random.integer(1, 99)}号`,
  (random) => `〔${random.integer(2027, 2060)}〕${random.integer(1, 99)}号`,
];
const soundNumbers: readonly Maker[] = [
  (random) => `按照${random.pick(codes)}〔${random.integer(2010, 2025)}〕${random.integer(1, 199)}号要求，`,
  (random) => `依据（${random.integer(2015, 2025)}）浙0212行初${random.integer(1, 90)}号判决，`,
  (random) => `国务院令第${random.integer(100, 799)}号公布的条例，`,
  (random) =>
    `浙（${random.integer(2016, 2025)}）望澜县不动产权第00${random.integer(10_000, 99_999)}号房屋，`,
  (random) => `项目代码${random.integer(2019, 2025)}-330212-04-01-${random.integer(100_000, 999_999)}，`,
  (random) => `望市监罚字〔${random.integer(2019, 2025)}〕第0${random.integer(10, 99)}号处罚决定，`,
  (random) => `《条例》（${random.integer(2010, 2024)}年修正）第${random.integer(1, 60)}条规定，`,
];

function numberSet(random: Random): PlantedSet {
  const faulty = times(casesOfSet, () =>
    plantCase()
      .clean(`${cleanSentences(random)}根据${random.pick(codes)}`)
      .fault('documentNumber', random.pick(wrongNumbers)(random))
      .clean(`，现就有关事项通知如下。${cleanSentences(random)}`)
      .finish(context),
  );
  const sound = times(casesOfSet, () =>
    plantCase()
      .clean(`${random.pick(soundNumbers)(random)}${cleanSentences(random, 2)}`)
      .finish(context),
  );
  return { name: '发文字号', classes: ['documentNumber'], cases: [...faulty, ...sound] };
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const inWords = (day: Day) => {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
};
const someDay = (random: Random) => addDays(dayOf('2024-01-01'), random.integer(0, 1000));

const wrongDates: readonly Maker[] = [
  (random) => `${random.integer(2020, 2026)}年2月30日`,
  (random) => `202${random.pick(['1', '2', '3', '5', '6'])}年2月29日`,
  (random) => `${random.integer(2020, 2026)}年${random.pick(['4', '6', '9', '11'])}月31日`,
  (random) => `${random.integer(2020, 2026)}年1${random.integer(3, 9)}月${random.integer(1, 28)}日`,
  (random) => `20${random.integer(200, 260)}年${random.integer(1, 12)}月${random.integer(1, 28)}日`,
  (random) => {
    const day = someDay(random);
    const wrong = weekdays[(weekdayOf(day) - 1 + random.integer(1, 6)) % 7];
    return `${inWords(day)}（星期${wrong}）`;
  },
  (random) => {
    const day = someDay(random);
    return `${inWords(day)}至${inWords(addDays(day, -random.integer(1, 300)))}`;
  },
  (random) => `${random.integer(2020, 2026)}年五月${random.integer(1, 28)}日`,
  (random) =>
    `二〇二${random.pick(['四', '五', '六'])}年${random.integer(1, 12)}月${random.integer(1, 28)}日`,
  (random) => `${random.integer(2020, 2026)}.${random.integer(1, 12)}月${random.integer(1, 28)}日`,
];
const soundDates: readonly Maker[] = [
  (random) => `定于${inWords(someDay(random))}召开会议。`,
  (random) => {
    const day = someDay(random);
    return `${inWords(day)}（星期${weekdays[weekdayOf(day) - 1]}）上午9:00报到。`;
  },
  (random) => {
    const day = someDay(random);
    return `报名时间为${inWords(day)}至${inWords(addDays(day, random.integer(1, 300)))}。`;
  },
  (random) => `每年11月15日至次年3月15日供暖，${random.integer(1, 12)}月底前完成检修。`,
  (random) =>
    `农历二月三十日前后为采摘旺季，全年接待游客${random.integer(2, 20)}.${random.integer(1, 9)}万人次。`,
  (random) => `实施期限为${random.integer(2016, 2021)}—${random.integer(2022, 2030)}年，逐月通报进度。`,
  () => '2024年2月29日前提交材料，每月31日前无材料的视为放弃。',
];

function dateSet(random: Random): PlantedSet {
  const faulty = times(casesOfSet, () =>
    plantCase()
      .clean(`${cleanSentences(random)}活动时间为`)
      .fault('date', random.pick(wrongDates)(random))
      .clean(`，请合理安排。${cleanSentences(random)}`)
      .finish(),
  );
  const signatures = times(24, () => {
    const padded = `${random.integer(2020, 2026)}年0${random.integer(1, 9)}月${random.integer(10, 28)}日`;
    return plantCase()
      .clean(`${cleanSentences(random, 2)}\n${random.pick(counties)}人民政府\n`)
      .fault('date', padded)
      .finish();
  });
  const sound = times(casesOfSet, () =>
    plantCase()
      .clean(`${cleanSentences(random)}${random.pick(soundDates)(random)}${cleanSentences(random)}`)
      .finish(),
  );
  return { name: '日期', classes: ['date'], cases: [...faulty, ...signatures, ...sound] };
}

const wrongNumerals: readonly Maker[] = [
  (random) => `二0二${random.pick(['四', '五', '六'])}`,
  (random) => `二O二${random.pick(['四', '五', '六'])}`,
  (random) => `20二${random.pick(['四', '五', '六'])}`,
];
const wrongUnits: readonly Maker[] = [
  (random) => `提高${random.integer(1, 9)}.${random.integer(1, 9)}%个百分点`,
  (random) => `增长百分之${random.integer(2, 30)}%`,
  (random) => `投入${random.integer(2, 90)}万万元`,
  (random) => `补助${random.integer(2, 90)}0元元`,
  (random) => `修建道路${random.integer(2, 90)}公里公里`,
  (random) => `能耗下降${random.integer(2, 5)}倍`,
  (random) => `受理${random.integer(1, 9)}O件`,
  (random) => `投入${random.integer(1, 9)}.${random.integer(1, 9)}.${random.integer(1, 9)}亿元`,
];
const soundNumerals: readonly Maker[] = [
  (random) => `二〇二${random.pick(['四', '五', '六'])}年度报告已经公开，`,
  (random) => `采购台式机${random.integer(2, 9)}台、千瓦级设备${random.integer(2, 9)}0千瓦，`,
  (random) => `投资${random.integer(1, 9)},${random.integer(100, 999)}.5万元，约占三成，`,
  () => '“十五五”期间建成五四广场、八一路等十几处工程，',
  () => '三四天内答复，七八个月见效，一二三产业融合，',
  (random) =>
    `第${random.integer(1, 4)}、${random.integer(5, 9)}次会议审议，产量增加${random.integer(2, 4)}倍，`,
];

function numeralSet(random: Random): PlantedSet {
  const years = times(casesOfSet / 2, () =>
    plantCase()
      .clean(`${cleanSentences(random)}现公布`)
      .fault('numeral', random.pick(wrongNumerals)(random))
      .clean(`年度工作情况。${cleanSentences(random)}`)
      .finish(),
  );
  const unitFaults = times(casesOfSet / 2, () =>
    plantCase()
      .clean(`${cleanSentences(random)}全年`)
      .fault('numeral', random.pick(wrongUnits)(random))
      .clean(`，成效明显。${cleanSentences(random)}`)
      .finish(),
  );
  const sound = times(casesOfSet, () =>
    plantCase()
      .clean(`${random.pick(soundNumerals)(random)}${cleanSentences(random, 2)}`)
      .finish(),
  );
  return { name: '数字用法', classes: ['numeral'], cases: [...years, ...unitFaults, ...sound] };
}

/** Sets of document numbers, dates and numerals. */
export function plantSets(random: Random): readonly PlantedSet[] {
  return [numberSet(random), dateSet(random), numeralSet(random)];
}
