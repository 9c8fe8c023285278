import { ClockIcon } from "@sanity/icons/Clock";
import { Button, Flex, Stack, Text, useToast } from "@sanity/ui";
import { useState } from "react";
import {
  type DocumentActionComponent,
  type SanityDocument,
  useCurrentLocale,
  useCurrentUser,
  useValidationStatus,
} from "sanity";

import { ScheduleCard } from "@/lib/studio/components/schedule-card";
import { ScheduleForm } from "@/lib/studio/components/schedule-form";
import { sayIn } from "@/lib/studio/locale/say";
import { mayPublish } from "@/lib/studio/roles";
import { sayMoment } from "@/lib/studio/schedules/moment";
import type { Schedule, ScheduleKind } from "@/lib/studio/schedules/schedule";
import { useScheduleOperations, useSchedules } from "@/lib/studio/schedules/use-schedules";

/** Publish the draft, or withdraw what is published, at a set time; see and change what is set. */
export const useScheduleAction: DocumentActionComponent = ({ id, type, draft, published }) => {
  const { id: locale } = useCurrentLocale();
  const user = useCurrentUser();
  const schedules = useSchedules();
  const { validation } = useValidationStatus(draft?._id ?? id, type, true);
  const [isOpen, setIsOpen] = useState(false);
  if (!mayPublish(user)) return null;
  const own = (schedules ?? []).filter(({ document }) => document === id);
  const isSound = validation.every(({ level }) => level !== "error");
  const kinds = kindsOf({
    mayPublishDraft: draft !== null && isSound,
    mayWithdraw: published !== null,
  });
  const isIdle = own.length === 0 && kinds.length === 0;
  return {
    icon: ClockIcon,
    label: sayIn(own.length === 0 ? "定时" : "查看定时", locale),
    disabled: schedules === null || isIdle,
    title: isIdle ? sayIn("没有可以定时的内容，或还有必须改的地方", locale) : undefined,
    onHandle: () => setIsOpen(true),
    dialog: isOpen && {
      type: "dialog",
      header: sayIn("定时发布与下线", locale),
      onClose: () => setIsOpen(false),
      content: (
        <ScheduleDialog
          document={id}
          kinds={kinds}
          own={own}
          title={titleOf(draft ?? published)}
          onDone={() => setIsOpen(false)}
        />
      ),
    },
  };
};

function kindsOf(state: { mayPublishDraft: boolean; mayWithdraw: boolean }): ScheduleKind[] {
  return [
    ...(state.mayPublishDraft ? (["publish"] as const) : []),
    ...(state.mayWithdraw ? (["unpublish"] as const) : []),
  ];
}

function titleOf(document: SanityDocument | null): string {
  const title = document?.["title"];
  return typeof title === "string" ? title : "";
}

type DialogProps = {
  document: string;
  title: string;
  kinds: readonly ScheduleKind[];
  own: readonly Schedule[];
  /** A schedule was made. The draft is gone with it, and Sanity drops the dialog of a menu that changes. */
  onDone(): void;
};

const names = { publish: "定时发布", unpublish: "定时下线" } as const;

function ScheduleDialog({ document, title, kinds, own, onDone }: DialogProps) {
  const { id: locale } = useCurrentLocale();
  const { create } = useScheduleOperations();
  const free = kinds.filter((kind) => own.every((schedule) => schedule.kind !== kind));
  const { push } = useToast();
  const [wanted, setWanted] = useState<ScheduleKind | null>(null);
  const kind = wanted !== null && free.includes(wanted) ? wanted : free[0];
  return (
    <Stack gap={4}>
      {own.map((schedule) => (
        <ScheduleCard key={schedule.release} mayChange schedule={schedule} />
      ))}
      {kind !== undefined && (
        <>
          <Flex gap={1}>
            {free.map((choice) => (
              <Button
                key={choice}
                fontSize={1}
                mode={choice === kind ? "default" : "ghost"}
                padding={2}
                selected={choice === kind}
                text={sayIn(names[choice], locale)}
                onClick={() => setWanted(choice)}
              />
            ))}
          </Flex>
          <Text muted size={1}>
            {sayIn(hints[kind], locale)}
          </Text>
          <ScheduleForm
            at={null}
            confirm={sayIn("定好", locale)}
            onConfirm={async (publishAt) => {
              await create({ document, kind, title, publishAt });
              push({
                closable: true,
                status: "success",
                title: `${sayIn(done[kind], locale)} ${sayMoment(publishAt)}`,
              });
              onDone();
            }}
          />
        </>
      )}
    </Stack>
  );
}

const done = { publish: "已定好，发布于", unpublish: "已定好，下线于" } as const;

const hints = {
  publish: "到时自动发布现在的草稿。在此之前要改内容，先取消定时。",
  unpublish: "到时网站上不再显示，内容留作草稿。",
} as const;
