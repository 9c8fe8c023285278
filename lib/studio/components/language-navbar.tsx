import { Box, Button, Card, Flex, Stack } from "@sanity/ui";
import { type NavbarProps, useLocale } from "sanity";

import { HelpHint } from "@/lib/studio/help/help-hint";

const languages = [
  { id: "zh-Hans", title: "简体" },
  { id: "zh-Hant", title: "繁體" },
];

/** The navigation bar with a switch for the interface language: Sanity 6 hides its own. */
export function LanguageNavbar(props: NavbarProps) {
  const { changeLocale, currentLocale } = useLocale();
  const others = languages.filter(({ id }) => id !== currentLocale.id);
  return (
    <Stack>
      <Flex>
        <Box flex={1}>{props.renderDefault(props)}</Box>
        {others.map(({ id, title }) => (
          // The bar draws its own lower line; the switch continues it.
          <Card key={id} borderBottom>
            <Flex align="center" height="fill">
              <Button
                fontSize={1}
                lang={id}
                mode="bleed"
                padding={3}
                text={title}
                onClick={() => void changeLocale(id)}
              />
            </Flex>
          </Card>
        ))}
      </Flex>
      <HelpHint />
    </Stack>
  );
}
