import { Box, Checkbox, Flex, Grid, Select, Text, TextInput } from "@sanity/ui";
import { useCurrentLocale } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";
import { inquiryStatuses } from "@/lib/studio/schema/inquiry-statuses";

import { type Assignee, type Filter, nobody } from "./inquiries";

type Props = {
  colleagues: readonly Assignee[];
  filter: Filter;
  onChange: (filter: Filter) => void;
};

/** Narrow the messages down: by words, status, who has them, and the days they came. */
export function FilterBar({ colleagues, filter, onChange }: Props) {
  const { id: locale } = useCurrentLocale();
  const say = (text: string) => sayIn(text, locale);
  const field = (name: Exclude<keyof Filter, "isUnreadOnly">, label: string) => ({
    "aria-label": say(label),
    fontSize: 1,
    padding: 2,
    value: filter[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ ...filter, [name]: currentTarget.value }),
  });
  return (
    <Grid gap={2} gridTemplateColumns={2}>
      <Box style={{ gridColumn: "1 / -1" }}>
        <TextInput
          {...field("words", "搜索留言")}
          placeholder={say("搜索称呼、电话、留言和处理记录")}
          type="search"
        />
      </Box>
      <Select {...field("status", "按状态筛选")}>
        <option value="">{say("全部状态")}</option>
        {inquiryStatuses.map(({ title, value }) => (
          <option key={value} value={value}>
            {say(title)}
          </option>
        ))}
      </Select>
      <Select {...field("assignee", "按负责人筛选")}>
        <option value="">{say("全部负责人")}</option>
        <option value={nobody}>{say("未分配")}</option>
        {colleagues.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextInput {...field("from", "从哪天起")} prefix={<Before text={say("从")} />} type="date" />
      <TextInput {...field("to", "到哪天止")} prefix={<Before text={say("到")} />} type="date" />
      <Flex align="center" as="label" gap={2} style={{ gridColumn: "1 / -1" }}>
        <Checkbox
          checked={filter.isUnreadOnly}
          onChange={({ currentTarget }) =>
            onChange({ ...filter, isUnreadOnly: currentTarget.checked })
          }
        />
        <Text size={1}>{say("只看未读")}</Text>
      </Flex>
    </Grid>
  );
}

function Before({ text }: { text: string }) {
  return (
    <Box padding={2}>
      <Text muted size={1}>
        {text}
      </Text>
    </Box>
  );
}
