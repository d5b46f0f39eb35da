using DealerPortal.Benchmarks;

// dotnet run -c Release --project benchmarks -- [clock|triage|circuit|pages|visit|sweep|late|photos|ontime] …; all of them without a name.
var all = new (string Name, Func<TextWriter, Task> Run)[]
{
    ("clock", ClockComputation.Run),
    ("triage", TriagePage.Run),
    ("circuit", CircuitMemory.Run),
    ("pages", OpenPages.Run),
    ("visit", FirstVisit.Run),
    ("sweep", CrossingSweep.Run),
    ("late", LateNight.Run),
    ("photos", PhotoCopies.Run),
    ("ontime", OnTime.Run),
};
if (args.FirstOrDefault(name => all.All(one => one.Name != name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no '{unknown}'. There are: {string.Join(", ", all.Select(one => one.Name))}.");
    return 1;
}

foreach (var (name, run) in all.Where(one => args.Length == 0 || args.Contains(one.Name)))
{
    await Console.Out.WriteLineAsync($"## {name}");
    await run(Console.Out);
}
return 0;
