import * as brand from "./scenes/brand.ts";
import * as charts from "./scenes/charts.ts";
import * as machines from "./scenes/machines.ts";
import * as places from "./scenes/places.ts";
import * as signs from "./scenes/signs.ts";
import * as steps from "./scenes/steps.ts";
import * as things from "./scenes/things.ts";
import * as work from "./scenes/work.ts";

/** What is drawn, by the name of its file in demo/assets. */
export const pictures: Record<string, () => string | Promise<string>> = {
  "logo.png": brand.logo,
  "share.png": brand.share,
  "portrait-ye.png": brand.portraitYe,
  "portrait-xiao.png": brand.portraitXiao,
  "portrait-yu.png": brand.portraitYu,
  "portrait-hou.png": brand.portraitHou,
  "wechat-company.png": brand.wechat("houfan"),
  "wechat-fan.png": brand.wechat("houfan-fansiyuan"),
  "wechat-yu.png": brand.wechat("houfan-yuhaining"),
  "wechat-zhong.png": brand.wechat("houfan-zhongyining"),
  "pump-cutaway.webp": machines.pumpCutaway,
  "impeller.webp": machines.impeller,
  "blueprint.png": machines.blueprint,
  "test-bench.webp": machines.testBench,
  "valve.webp": machines.valve,
  "harbour.jpg": places.harbour,
  "typhoon.webp": places.typhoon,
  "factory.webp": places.factory,
  "night.webp": places.night,
  "terraces.webp": places.terraces,
  "port.webp": places.port,
  "clock.webp": things.clock,
  "dice.webp": things.dice,
  "noodles.webp": things.noodles,
  "tea-table.webp": things.teaTable,
  "stage.webp": things.stage,
  "magazine.webp": things.magazine,
  "microphone.webp": things.microphone,
  "dry-run.webp": charts.dryRun,
  "efficiency.webp": charts.efficiency,
  "policy.webp": charts.policy,
  "desalination.webp": charts.desalination,
  "contours.webp": charts.contours,
  "expo.webp": work.expo,
  "van.webp": work.van,
  "twin-lines.webp": work.twinLines,
  "team.webp": work.team,
  "bench.webp": work.bench,
  "crates.webp": work.crates,
  "cloud.webp": signs.cloud,
  "scroll.webp": signs.scroll,
  "standard.webp": signs.standard,
  "newspaper.webp": signs.newspaper,
  "phone.webp": signs.phone,
  "recycle.webp": signs.recycle,
  "film-set.webp": signs.filmSet,
  "metering.webp": signs.metering,
  "step-mould.webp": steps.stepMould,
  "step-cast.webp": steps.stepCast,
  "step-mill.webp": steps.stepMill,
  "step-polish.webp": steps.stepPolish,
};
