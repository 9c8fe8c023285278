import { apply } from "@/components/islands/reading-look";

apply();
