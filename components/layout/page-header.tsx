import type { ReactNode } from "react";

type PageHeaderProps = { title: string; lead?: string; above?: ReactNode; below?: ReactNode };

export function PageHeader({ title, lead, above, below }: PageHeaderProps) {
  return (
    <div className="wrap pt-10 pb-8 md:pt-16">
      {above}
      <h1 className="display max-w-4xl text-title sm:text-5xl lg:text-6xl">{title}</h1>
      {lead && <p className="mt-5 max-w-2xl text-lg">{lead}</p>}
      {below}
    </div>
  );
}
