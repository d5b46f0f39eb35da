using DealerPortal.Domain.Deliveries;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Deliveries;

public sealed class PickUpTests
{
    private static readonly Guid Inspection = Guid.CreateVersion7();

    [Fact]
    public void A_word_one_tick_before_the_end_is_in_time()
    {
        var pickUp = Given.PickUp("03-02 09:10", ("window-guard", "03-02 13:10"));

        pickUp.Reject("window-guard", Inspection, Shanghai.At("03-02 13:10") - Duration.Epsilon);

        Assert.Equal(LineAnswer.Rejected, pickUp.Lines[0].Answer);
        Assert.Null(pickUp.NextDueAt);
    }

    [Fact]
    public void A_rejection_after_the_window_is_kept_but_changes_nothing_even_when_no_sweep_has_run()
    {
        var pickUp = Given.PickUp("03-02 09:10", ("window-guard", "03-02 13:10"));

        var outcome = pickUp.Reject("window-guard", Inspection, Shanghai.At("03-02 13:10"));

        Assert.True(outcome.IsDone);
        Assert.Equal(LineAnswer.DeemedAccepted, pickUp.Lines[0].Answer);
        Assert.Equal(Shanghai.At("03-02 13:10"), pickUp.Lines[0].AnsweredAt);
        Assert.Equal(LineAnswer.Rejected, pickUp.Lines[0].LateAnswer);
    }

    [Fact]
    public void Silence_is_acceptance_at_the_end_of_the_window_whether_or_not_it_was_written_down()
    {
        var line = Given.PickUp("03-02 09:10", ("window-guard", "03-02 13:10")).Lines[0];

        Assert.Null(line.AnswerAt(Shanghai.At("03-02 13:10") - Duration.Epsilon));
        Assert.Equal(LineAnswer.DeemedAccepted, line.AnswerAt(Shanghai.At("03-02 13:10")));
        Assert.True(line.IsOpen);
    }

    [Fact]
    public void Deeming_twice_changes_nothing_and_dates_the_acceptance_at_the_crossing()
    {
        var pickUp = Given.PickUp("03-02 09:10", ("window-guard", "03-02 13:10"), ("gate", "03-03 00:00"));

        var first = pickUp.DeemAccepted(Shanghai.At("03-02 15:00"));
        var second = pickUp.DeemAccepted(Shanghai.At("03-02 15:00"));

        Assert.Equal("window-guard", Assert.Single(first).Family);
        Assert.Empty(second);
        Assert.Equal(Shanghai.At("03-02 13:10"), first[0].AnsweredAt);
    }

    [Fact]
    public void The_same_inspection_twice_is_one_answer_and_another_one_is_refused()
    {
        var pickUp = Given.PickUp("03-02 09:10", ("window-guard", "03-02 13:10"));

        Assert.True(pickUp.Accept("window-guard", Inspection, Shanghai.At("03-02 10:00")).IsDone);
        Assert.True(pickUp.Accept("window-guard", Inspection, Shanghai.At("03-02 14:00")).IsDone);
        Assert.Equal("pick-up.already-answered", pickUp.Reject("window-guard", Guid.CreateVersion7(), Shanghai.At("03-02 10:01")).Refusal?.Code);
        Assert.Equal(LineAnswer.Accepted, pickUp.Lines[0].Answer);
        Assert.Null(pickUp.Lines[0].LateAnswer);
    }

    [Fact]
    public void Reminders_come_at_half_time_and_in_the_last_quarter_once_each()
    {
        var pickUp = Given.PickUp("03-02 09:00", ("window-guard", "03-02 13:00"));
        Assert.Equal(Shanghai.At("03-02 11:00"), pickUp.NextDueAt);

        Assert.Empty(pickUp.Remind(Shanghai.At("03-02 11:00") - Duration.Epsilon));
        Assert.Equal(Reminder.HalfTime, Assert.Single(pickUp.Remind(Shanghai.At("03-02 11:00"))).Reminder);
        Assert.Empty(pickUp.Remind(Shanghai.At("03-02 11:30")));
        Assert.Equal(Shanghai.At("03-02 12:00"), pickUp.NextDueAt);
        Assert.Equal(Reminder.LastQuarter, Assert.Single(pickUp.Remind(Shanghai.At("03-02 12:00"))).Reminder);
        Assert.Equal(Shanghai.At("03-02 13:00"), pickUp.NextDueAt);
    }

    [Fact]
    public void A_reminder_that_was_slept_through_is_overtaken_by_the_later_one()
    {
        var pickUp = Given.PickUp("03-02 09:00", ("window-guard", "03-02 13:00"));

        Assert.Equal(Reminder.LastQuarter, Assert.Single(pickUp.Remind(Shanghai.At("03-02 12:30"))).Reminder);
        Assert.Empty(pickUp.Remind(Shanghai.At("03-02 12:31")));
    }

    [Fact]
    public void A_pick_up_recorded_after_half_time_is_not_reminded_of_half_time()
    {
        var pickUp = Given.PickUp("03-02 09:00", "03-02 11:30", ("window-guard", "03-02 13:00"));

        Assert.Empty(pickUp.Remind(Shanghai.At("03-02 11:31")));
        Assert.Equal(Shanghai.At("03-02 12:00"), pickUp.NextDueAt);
    }

    [Fact]
    public void The_earliest_of_several_windows_is_what_the_sweep_waits_for()
    {
        var pickUp = Given.PickUp("03-02 09:00", ("gate", "03-05 00:00"), ("window-guard", "03-02 13:00"));

        pickUp.Accept("window-guard", Inspection, Shanghai.At("03-02 09:30"));

        Assert.Equal(Shanghai.At("03-02 09:00") + (Shanghai.At("03-05 00:00") - Shanghai.At("03-02 09:00")) / 2, pickUp.NextDueAt);
    }

    [Fact]
    public void Refused_goods_installed_without_consent_count_as_accepted_and_accepted_goods_stay_accepted()
    {
        var pickUp = Given.PickUp("03-02 09:00", ("gate", "03-03 00:00"), ("tool", "03-02 13:00"));
        pickUp.Reject("gate", Inspection, Shanghai.At("03-02 10:00"));
        pickUp.Accept("tool", Guid.CreateVersion7(), Shanghai.At("03-02 10:00"));

        Assert.True(pickUp.CountAsAccepted("gate").IsDone);
        Assert.True(pickUp.CountAsAccepted("gate").IsDone);
        Assert.Equal(LineAnswer.CountsAsAccepted, pickUp.Line("gate")!.Answer);
        Assert.Equal("pick-up.not-rejected", pickUp.CountAsAccepted("tool").Refusal?.Code);
    }
}
