/** What is done for an industry. */
export function TaskList({ tasks }: { tasks: string[] }) {
  return (
    <ul className="grid content-start gap-[0.3em] wrap-anywhere">
      {tasks.map((task) => (
        <li
          key={task}
          className="relative pl-[1.4em] before:absolute before:top-[0.35em] before:left-0 before:size-[0.7em] before:bg-gold"
        >
          {task}
        </li>
      ))}
    </ul>
  );
}
