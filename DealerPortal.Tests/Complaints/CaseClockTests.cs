using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Complaints;

public sealed class CaseClockTests
{
    private static readonly Actor Supervisor = Cases.With(Role.AfterSalesSupervisor);
    private static readonly Actor Owner = Cases.With(Role.DealerOwner);

    [Theory]
    // section 3's table
    [InlineData("2026-03-02 09:00", "2026-03-06 17:30")]
    [InlineData("2026-03-06 18:20", "2026-03-12 17:30")]
    [InlineData("2026-03-07 10:00", "2026-03-12 17:30")]
    [InlineData("2026-02-15 12:00", "2026-02-27 17:30")]
    // the last tick of a day belongs to it, the first of the next does not
    [InlineData("2026-03-02 17:30:00", "2026-03-06 17:30")]
    [InlineData("2026-03-02 23:59:59.999", "2026-03-06 17:30")]
    [InlineData("2026-03-03 00:00:00", "2026-03-09 17:30")]
    // Spring Festival 2026 (15 to 23 February) with its make-up Saturdays 14 and 28 February
    [InlineData("2026-02-11 09:00", "2026-02-24 17:30")]
    [InlineData("2026-02-24 09:00", "2026-02-28 17:30")]
    // National Day 2025 (1 to 8 October), with its make-up days 28 September (Sunday) and 11 October (Saturday)
    [InlineData("2025-09-25 10:00", "2025-09-30 17:30")]
    [InlineData("2025-09-30 10:00", "2025-10-13 17:30")]
    public void The_plan_is_due_at_the_close_of_the_fourth_working_day(string received, string due) =>
        Assert.Equal(Shanghai.At(due), Cases.File(received).NextDueAt);

    [Theory]
    [InlineData("2026-03-02 09:00", "2026-03-05 16:00", "2026-03-10 17:30")]
    [InlineData("2026-03-06 18:20", "2026-03-12 17:29", "2026-03-17 17:30")]
    public void The_resolution_is_due_at_the_close_of_the_third_working_day_after_the_answer(string received, string answered, string due)
    {
        var one = Answered(received, answered);

        Assert.Equal(Shanghai.At(due), one.NextDueAt);
        Assert.Equal(TimeKept.InTime, one.Clock(Complaint.Plan)!.Kept);
    }

    [Theory]
    [InlineData("2026-03-06 17:29:59.999", TimeKept.InTime)]
    [InlineData("2026-03-06 17:30:00", TimeKept.Late)]
    public void At_the_end_itself_an_answer_is_late(string answered, TimeKept kept) =>
        Assert.Equal(kept, Answered("2026-03-02 09:00", answered).Clock(Complaint.Plan)!.Kept);

    [Fact]
    public void A_clock_that_runs_into_a_year_without_published_holidays_says_so()
    {
        var one = Cases.File("2026-12-30 09:00");
        var reading = one.Clock(Complaint.Plan)!.Read(Cases.Terms);

        Assert.Equal([2027], reading.ProvisionalYears);
        // Thursday 31 December; 1 January is off by law; the 2nd and 3rd are a weekend; then 4, 5 and 6 January.
        Assert.Equal(Shanghai.At("2027-01-06 17:30"), reading.DueAt);
        Assert.Contains(Receipt(one, "2026-12-30 10:00"), step => step.Code == "clock.provisional");
    }

    [Fact]
    public void The_crossing_is_when_the_time_ran_out_and_not_when_somebody_noticed()
    {
        var one = Cases.File("2026-03-02 09:00");
        var told = one.Sweep(Cases.Terms, Shanghai.At("2026-03-09 03:00"));

        Assert.Equal(Shanghai.At("2026-03-06 17:30"), one.Clock(Complaint.Plan)!.CrossedAt);
        Assert.Equal(Shanghai.At("2026-03-06 17:30"), one.Clock(Complaint.Plan)!.Events.Single(happened => happened.What is ClockHappening.Crossed).At);
        Assert.Equal((CaseClock.AlarmKind.Crossed, 1), told.Select(one => (one.Alarm.Kind, one.Alarm.Level)).Single());
        Assert.Empty(one.Sweep(Cases.Terms, Shanghai.At("2026-03-09 03:01")));
    }

    [Fact]
    public void It_warns_after_half_and_four_fifths_of_the_open_time_each_once()
    {
        var one = Cases.File("2026-03-02 17:30");

        // 32 hours of open time: half of it is gone at the close of Wednesday, four fifths at 08:00 + 1.6 h on Friday.
        Assert.Empty(one.Sweep(Cases.Terms, Shanghai.At("2026-03-04 17:29:59")));
        Assert.Equal(CaseClock.AlarmKind.Warning, one.Sweep(Cases.Terms, Shanghai.At("2026-03-05 08:00")).Single().Alarm.Kind);
        Assert.Empty(one.Sweep(Cases.Terms, Shanghai.At("2026-03-05 09:00")));
        Assert.Equal(Shanghai.At("2026-03-06 09:36"), one.NextActAt);
        Assert.Equal(CaseClock.AlarmKind.LastWarning, one.Sweep(Cases.Terms, Shanghai.At("2026-03-06 09:36")).Single().Alarm.Kind);
        Assert.Equal(Shanghai.At("2026-03-06 17:30"), one.NextActAt);
    }

    [Fact]
    public void A_crossing_goes_one_level_up_with_each_further_working_day()
    {
        var one = Cases.File("2026-03-02 09:00");
        one.Sweep(Cases.Terms, Shanghai.At("2026-03-06 17:30"));

        Assert.Equal(Shanghai.At("2026-03-09 17:30"), one.NextActAt);
        Assert.Equal(2, one.Sweep(Cases.Terms, Shanghai.At("2026-03-09 17:30")).Single().Alarm.Level);
        Assert.Equal(3, one.Sweep(Cases.Terms, Shanghai.At("2026-03-10 17:30")).Single().Alarm.Level);
        Assert.Null(one.NextActAt);
    }

    [Fact]
    public void The_old_date_stands_until_the_extension_is_approved()
    {
        var (one, approval) = Extended("2026-03-02 09:00", "2026-03-05 10:00", "2026-03-11 17:30");
        Assert.Equal(Shanghai.At("2026-03-06 17:30"), one.NextDueAt);

        one.SettleExtension(approval, granted: true, Cases.Terms, Supervisor, Shanghai.At("2026-03-06 17:29:59.999"));

        Assert.Equal(Shanghai.At("2026-03-11 17:30"), one.NextDueAt);
        var step = Receipt(one, "2026-03-06 18:00").Single(step => step.Code == "clock.extended");
        Assert.Contains(Fact.At(Shanghai.At("2026-03-06 17:30")), step.Facts);
        Assert.Contains(Fact.At(Shanghai.At("2026-03-11 17:30")), step.Facts);
    }

    [Fact]
    public void Approved_at_the_old_date_or_after_it_an_extension_moves_nothing()
    {
        var (one, approval) = Extended("2026-03-02 09:00", "2026-03-05 10:00", "2026-03-11 17:30");
        one.SettleExtension(approval, granted: true, Cases.Terms, Supervisor, Shanghai.At("2026-03-06 17:30"));

        Assert.Equal(Shanghai.At("2026-03-06 17:30"), one.NextDueAt);
        Assert.Contains(Receipt(one, "2026-03-07 10:00"), step => step.Code == "clock.extended-too-late");
    }

    [Theory]
    [InlineData("2026-03-06 17:29", TimeKept.InTime)]
    [InlineData("2026-03-06 17:30", TimeKept.InTimeAfterExtension)]
    [InlineData("2026-03-11 17:29", TimeKept.InTimeAfterExtension)]
    [InlineData("2026-03-11 17:30", TimeKept.Late)]
    public void The_statistics_tell_in_time_from_in_time_after_an_extension_and_late(string answered, TimeKept kept)
    {
        var (one, approval) = Extended("2026-03-02 09:00", "2026-03-05 10:00", "2026-03-11 17:30");
        one.SettleExtension(approval, granted: true, Cases.Terms, Supervisor, Shanghai.At("2026-03-05 12:00"));
        one.JudgeNotFounded("说明", Cases.Terms, Supervisor, Shanghai.At(answered));

        Assert.Equal(kept, one.Clock(Complaint.Plan)!.Kept);
    }

    [Fact]
    public void The_receipt_says_each_day_counted_or_skipped_and_why()
    {
        var steps = Receipt(Cases.File("2026-02-11 09:00"), "2026-02-11 10:00");

        Assert.Equal(["clock.started", "clock.limit"], steps.Take(2).Select(step => step.Code));
        Assert.Equal(9, steps.Count(step => step.Code == "clock.day-off"));
        Assert.Equal([Fact.Number(1), Fact.Number(2), Fact.Number(4)], steps.Where(step => step.Code == "clock.day-counted").Select(step => step.Facts[0]));
        Assert.Equal(Fact.On(new(2026, 2, 14)), steps.Single(step => step.Code == "clock.day-make-up").Facts[1]);
        Assert.Equal("clock.running", steps[^1].Code);
    }

    [Fact]
    public void Asking_again_starts_clocks_of_its_own_and_keeps_the_old_ones()
    {
        var one = Cases.File("2026-03-02 09:00");
        one.Claim(Supervisor, Shanghai.At("2026-03-02 10:00"));
        one.JudgeNotFounded("说明", Cases.Terms, Supervisor, Shanghai.At("2026-03-03 10:00"));
        Assert.Equal(Complaint.NoEnd, one.NextDueAt);

        Assert.True(one.AskAgain("不同意", Cases.Terms, Owner, Shanghai.At("2026-03-06 18:20")).IsDone);

        Assert.Equal((2, Shanghai.At("2026-03-12 17:30")), (one.Round, one.NextDueAt));
        Assert.Equal(2, one.Clocks.Count);
    }

    private static IReadOnlyList<Domain.Policies.Step> Receipt(Complaint one, string now)
    {
        var clock = one.Clock(Complaint.Plan)!;
        return ClockReceipt.Of(clock.Read(Cases.Terms), Cases.Terms.Rules.Of(clock.Code), Cases.Terms.Calendar, Shanghai.At(now)).Steps;
    }

    private static (Complaint, Guid Approval) Extended(string received, string asked, string newDue)
    {
        var (one, approval) = (Cases.File(received), Guid.CreateVersion7());
        one.Claim(Supervisor, Shanghai.At(received));
        Assert.True(one.AskForExtension(Guid.CreateVersion7(), approval, Shanghai.At(newDue), "等检测", Supervisor, Shanghai.At(asked)).IsDone);
        return (one, approval);
    }

    private static Complaint Answered(string received, string answered)
    {
        var (one, now, draft) = (Cases.File(received), Shanghai.At(received), Cases.Draft("repair"));
        one.Claim(Supervisor, now);
        one.JudgeFounded("属实", Supervisor, now);
        one.SettleLiability("production", Cases.Pays, "", Supervisor, now);
        one.ProposePlan(draft, Supervisor, now);
        one.Grant(draft.ApprovalId, "x", _ => "x", Supervisor, now);
        Assert.True(one.AnswerDealer(Cases.Terms, Supervisor, Shanghai.At(answered)).IsDone);
        return one;
    }
}
