import { HelpCircleIcon } from "@sanity/icons/HelpCircle";
import { Box, Button, Card, Container, Flex, Heading, Stack, Text } from "@sanity/ui";
import { type Tool, useCurrentLocale } from "sanity";

import { sayIn } from "@/lib/studio/locale/say";
import { useIsEmbedded } from "@/lib/studio/use-is-embedded";

import { pictures } from "./pictures";
import { type HelpSection, helpSections } from "./sections";

import styles from "./help.module.css";

export const helpToolName = "help";

/** 帮助 in the navigation bar: the whole work of an editor on one page, with pictures of this Studio. */
export const helpToolIn = (language: string): Tool => ({
  name: helpToolName,
  title: sayIn("帮助", language),
  icon: HelpCircleIcon,
  component: HelpTool,
});

function HelpTool() {
  const { id: locale } = useCurrentLocale();
  const isEmbedded = useIsEmbedded();
  const sections = helpSections.filter(({ isOfLake }) => isEmbedded || isOfLake !== true);
  return (
    <Card className={styles["page"]} height="fill" overflow="auto">
      <Container padding={4} paddingY={5} width={2}>
        <Stack gap={6}>
          <Heading as="h1" size={3}>
            {sayIn("帮助", locale)}
          </Heading>
          <Flex as="nav" gap={2} wrap="wrap">
            {sections.map(({ id, title }) => (
              <Button
                key={id}
                fontSize={1}
                mode="ghost"
                padding={2}
                text={sayIn(title, locale)}
                onClick={() => document.getElementById(anchorOf(id))?.scrollIntoView()}
              />
            ))}
          </Flex>
          {sections.map((section) => (
            <Section key={section.id} locale={locale} section={section} />
          ))}
        </Stack>
      </Container>
    </Card>
  );
}

const anchorOf = (id: string): string => `help-${id}`;

function Section({ locale, section }: { locale: string; section: HelpSection }) {
  const { id, title, lead, steps, picture, link } = section;
  return (
    <Stack as="section" gap={4} id={anchorOf(id)}>
      <Heading as="h2" size={2}>
        {sayIn(title, locale)}
      </Heading>
      <Text size={2}>{sayIn(lead, locale)}</Text>
      <ol className={styles["steps"]}>
        {steps.map((step, at) => (
          <Flex key={step} as="li" gap={3}>
            <Text muted size={2}>
              {at + 1}.
            </Text>
            <Text size={2}>{sayIn(step, locale)}</Text>
          </Flex>
        ))}
      </ol>
      {link !== undefined && (
        <Flex>
          <Button
            as="a"
            href={link.path}
            mode="ghost"
            target="_blank"
            text={sayIn(link.title, locale)}
          />
        </Flex>
      )}
      {picture !== undefined && (
        <Box className={styles["picture"]}>
          <Picture alt={sayIn(picture.alt, locale)} locale={locale} name={picture.name} />
        </Box>
      )}
    </Stack>
  );
}

type PictureProps = { alt: string; locale: string; name: keyof typeof pictures };

function Picture({ alt, locale, name }: PictureProps) {
  const { src, width, height } = pictures[name][locale === "zh-Hant" ? "zh-Hant" : "zh-Hans"];
  // eslint-disable-next-line nextjs/no-img-element -- the Studio knows nothing of the framework around it
  return <img alt={alt} height={height} loading="lazy" src={src} width={width} />;
}
