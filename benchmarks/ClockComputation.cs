using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Policies;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Benchmarks;

/// <summary>One clock reckoned anew from its events, with every year of holidays there is. Aim: 20 microseconds.</summary>
public class ClockComputation
{
    private static readonly PolicyBook Book = new(new PortalSettings { Pack = "doors-and-windows" });
    private static readonly Edition Rules = Book.Own.Last();
    private static readonly CaseClock.Terms Terms = CaseClock.Terms.Of(Book, Rules.Pack, Rules.Name);

    private CaseClock ordinary = null!, overHolidays = null!;

    internal static Task Run(TextWriter to)
    {
        BenchmarkRunner.Run<ClockComputation>(ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance)).WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.JoinSummary));
        return Task.CompletedTask;
    }

    [GlobalSetup]
    public void Lay() => (ordinary, overHolidays) = (Begun("2026-03-02 10:00"), Begun("2026-09-28 16:40"));

    [Benchmark(Baseline = true)]
    public Instant InAnOrdinaryWeek() => ordinary.Read(Terms).DueAt;

    [Benchmark]
    public Instant OverTheNationalDay() => overHolidays.Read(Terms).DueAt;

    private static CaseClock Begun(string at)
    {
        var facts = new CaseFacts(Guid.NewGuid(), "north", null, new(Rules.Pack, Rules.Name, "三(五)7"), CaseSource.Hotline, "gate", "1-1.4", "焊点过大");
        return new Complaint(Guid.NewGuid(), "C1", facts, Terms, Actor.System("bench"), Shanghai.At(at)).Clocks[0];
    }
}
