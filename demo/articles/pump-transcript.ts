/** What the film of the magnetic pump shows and says, for those who cannot watch it. */
export const pumpTranscript = [
  "（画面：磁力泵的剖面图，叶轮静止。）",
  "这是一台磁力泵。它没有轴封，所以不会从轴上漏。",
  "（画面：外圈磁铁开始转动。）",
  "电机带动外面的一圈磁铁。",
  "（画面：内圈磁铁与叶轮跟着转动，黄色的隔离套保持不动。）",
  "里面的一圈磁铁隔着隔离套跟着转，带动叶轮。",
  "（画面：水从左侧进入，从上方离开。）",
  "水从入口进来，被叶轮甩到出口。液体始终关在里面。",
  "（画面：后帆的标志。）",
].join("\n");
