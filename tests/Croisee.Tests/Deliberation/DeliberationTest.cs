using Croisee.Groups;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

[Trait("kind", "pure")]
public sealed class DeliberationTest
{
    readonly TestPanel panel = new(3);

    [Fact]
    public void Refuses_to_open_when_the_group_is_not_at_parity()
    {
        panel.Group.EndMandate(panel.People[0], TestPanel.Day.AddDays(-1));
        Assert.Equal("EXP-R7", Refusal(() => panel.Ask()));
    }

    [Fact]
    public void Keeps_the_roll_of_the_opening_when_the_group_changes_later()
    {
        var question = panel.Ask();
        panel.Group.EndMandate(panel.People[0], TestPanel.Day);
        panel.Join(College.Professionals);
        Assert.Equal(6, question.Seats.Count);
        Assert.Equal(0, question.Panel.Parity.Gap);
    }

    [Fact]
    public void Refuses_an_opinion_from_somebody_who_is_not_on_the_roll()
    {
        var question = panel.Ask();
        var newcomer = panel.Join(College.ServiceUsers);
        Assert.Equal("panel.absent", Refusal(() => question.Give(newcomer.Id, "Oui.", panel.Now)));
    }

    [Fact]
    public void Hides_the_others_opinions_until_ones_own_is_given()
    {
        var question = panel.Ask();
        question.Give(panel.People[0].Id, "Le récit est sincère.", panel.Now);
        question.Give(panel.Professionals[0].Id, "Il manque les effets.", panel.Now);

        Assert.Empty(question.ReadableBy(panel.People[1].Id));
        Assert.Empty(question.ReadableBy(null));
        Assert.Equal(2, question.ReadableBy(panel.People[0].Id).Count);
    }

    [Fact]
    public void Shows_all_opinions_to_the_panel_once_the_discussion_is_open()
    {
        var question = panel.Ask();
        question.Give(panel.People[0].Id, "Le récit est sincère.", panel.Now);
        question.Give(panel.Professionals[0].Id, "Il manque les effets.", panel.Now);
        question.OpenDiscussion(panel.Now);
        Assert.Equal(2, question.ReadableBy(panel.People[2].Id).Count);
        Assert.Equal(2, question.ReadableBy(null).Count);
    }

    [Fact]
    public void Shows_nothing_to_a_recused_seat_and_no_longer_shows_what_it_said()
    {
        var question = panel.Ask();
        question.Give(panel.People[0].Id, "Je connais bien cette équipe.", panel.Now);
        question.Give(panel.Professionals[0].Id, "Il manque les effets.", panel.Now);
        question.Panel.Recuse(panel.People[0].Id, "J’y ai travaillé.", panel.Organiser, panel.Now);

        Assert.Empty(question.ReadableBy(panel.People[0].Id));
        Assert.Equal(panel.Professionals[0].Id, Assert.Single(question.ReadableBy(panel.Professionals[0].Id)).SeatId);
    }

    [Fact]
    public void Refuses_a_second_opinion_since_the_others_have_been_read()
    {
        var question = panel.Ask();
        question.Give(panel.People[0].Id, "Oui.", panel.Now);
        Assert.Equal("opinion.given", Refusal(() => question.Give(panel.People[0].Id, "Finalement non.", panel.Now)));
    }

    [Fact]
    public void Refuses_to_discuss_while_a_college_has_not_been_heard()
    {
        var question = panel.Ask();
        foreach (var seat in panel.Professionals) question.Give(seat.Id, "Oui.", panel.Now);
        var refusal = Assert.Throws<RuleBroken>(() => question.OpenDiscussion(panel.Now));
        Assert.Contains("personnes concernées", refusal.Message);
    }

    [Fact]
    public void Goes_through_its_steps_in_order_and_never_back()
    {
        var question = panel.Ask();
        Assert.Equal("deliberation.step", Refusal(() => question.OpenBallot(null, panel.Now)));
        Assert.Equal("deliberation.step", Refusal(() => question.Say(panel.People[0].Id, "Bonjour.", panel.Now)));
        Assert.Equal("deliberation.step", Refusal(() => question.Close(panel.Now)));
        panel.Discuss(question);
        Assert.Equal("deliberation.step", Refusal(() => question.Give(panel.People[1].Id, "Trop tard.", panel.Now)));
        question.Say(panel.People[0].Id, "Qui a décidé, à la fin ?", panel.Now);
        question.OpenBallot(null, panel.Now);
        Assert.Equal("deliberation.step", Refusal(() => question.Say(panel.People[0].Id, "Encore un mot.", panel.Now)));
        question.Close(panel.Now);
        Assert.Equal("deliberation.closed", Refusal(() => question.Panel.Recuse(panel.People[0].Id, "Lien.", panel.Organiser, panel.Now)));
    }

    [Theory, InlineData(null), InlineData("  ")]
    public void Refuses_a_recusal_without_a_reason(string? reason) =>
        Assert.Equal("Reason", Assert.Throws<RuleBroken>(() => panel.Ask().Panel.Recuse(panel.People[0].Id, reason!, panel.Organiser, panel.Now)).Field);

    [Fact]
    public void Refuses_a_text_over_its_limit() =>
        Assert.Equal("text.long", Refusal(() => panel.Ask().Give(panel.People[0].Id, new string('a', Opinion.TextMax + 1), panel.Now)));

    internal static string Refusal(Action act) => Assert.Throws<RuleBroken>(act).Code;
}
