using Croisee.Groups;
using Croisee.Review;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.Review;

using Croisee.Deliberation;

/// <summary>Correcting words changes no reason: no motive is emptied, and no opinion that did not prevail leaves (EXP-R9).</summary>
[Trait("kind", "pure")]
public sealed class SelectionWordsTest
{
    static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    static readonly DateOnly Day = new(2027, 3, 1);

    static Selection Decided()
    {
        var group = new Group("Groupe", Guid.CreateVersion7(), GroupKind.WorkingGroup, Now);
        foreach (var college in CollegeWords.Facing)
            for (var i = 0; i < 3; i++) group.Fill(group.OpenSeat(college, $"Membre {i}", new(Day)), Guid.CreateVersion7(), Guid.CreateVersion7(), Day);
        var question = new Deliberation(group, "Retenir ?", new("experience", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, Day, Now);
        foreach (var seat in question.Seats.ToList()) question.Give(seat.SeatId, "Mon avis.", Now);
        question.OpenDiscussion(Now);
        question.OpenBallot(null, Now);
        foreach (var (seat, i) in question.Seats.ToList().Select((s, i) => (s, i))) question.Cast(seat.SeatId, i % 3 == 2 ? Vote.No : Vote.Yes, i switch { 0 => "Le pouvoir est réel.", 2 => "M. Petit manque.", _ => null }, Now);
        question.Close(Now);
        return new Selection(Guid.CreateVersion7(), question, null, Now);
    }

    [Fact]
    public void Gives_back_each_text_in_its_place_and_nothing_when_none_changed()
    {
        var selection = Decided();
        Assert.Equal("M. Petit manque.", Assert.Single(selection.MinorityOpinions));
        Assert.Equal([("Le pouvoir est réel.", "Le pouvoir est réel."), ("M. Petit manque.", "Quelqu’un manque.")], selection.Correct(" Le pouvoir est réel. ", ["Quelqu’un manque."]));
        Assert.Equal(("Le pouvoir est réel.", "Quelqu’un manque."), (selection.Motives, selection.MinorityOpinions.Single()));
        Assert.Empty(selection.Correct("Le pouvoir est réel.", ["Quelqu’un manque."]));
    }

    /// <summary>Two members may have written the same words, and one of them alone be corrected; an older version may say them once more.</summary>
    [Fact]
    public void Tells_two_equal_texts_apart_by_their_place_wherever_they_went()
    {
        static string With(params string[] opinions) => new Croisee.Library.SheetContent { Motives = "Trop tôt.", MinorityOpinions = [.. opinions] }.ToJson();
        (string, string)[] words = [("Trop tôt.", "Le pouvoir est réel."), ("Trop tôt.", "Trop tôt."), ("Trop tôt.", "Quelqu’un manque.")];
        string[] Said(string content) => [.. Croisee.Library.SheetContent.FromJson(Croisee.Library.Sheet.Reworded(content, words)) is var read ? read.MinorityOpinions.Prepend(read.Motives!) : []];
        Assert.Equal(["Le pouvoir est réel.", "Trop tôt.", "Quelqu’un manque."], Said(With("Trop tôt.", "Trop tôt.")));
        Assert.Equal(["Le pouvoir est réel.", "Trop tôt.", "Quelqu’un manque.", "Quelqu’un manque.", "Autre."], Said(With("Trop tôt.", "Trop tôt.", "Trop tôt.", "Autre.")));
    }

    /// <summary>Whoever reads beside a reader who leaves keeps the days they were given.</summary>
    [Fact]
    public void Takes_no_day_from_the_reader_who_stays_when_the_other_is_replaced()
    {
        var (stays, leaves) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var pair = new Pair(Guid.CreateVersion7(), Guid.CreateVersion7(), stays, leaves, Day.AddDays(30), Now);
        pair.Replace(leaves, Guid.CreateVersion7(), Day.AddDays(14));
        Assert.Equal((Day.AddDays(30), true), (pair.DueOn, pair.Has(stays)));
        pair.Replace(stays, Guid.CreateVersion7(), Day.AddDays(44));
        Assert.Equal(Day.AddDays(44), pair.DueOn);
    }

    [Fact]
    public void Empties_neither_the_motives_nor_an_opinion_that_did_not_prevail()
    {
        var selection = Decided();
        Assert.Equal("Motives", Assert.Throws<RuleBroken>(() => selection.Correct(" ", selection.MinorityOpinions)).Field);
        Assert.Equal("Minority[0].Text", Assert.Throws<RuleBroken>(() => selection.Correct(selection.Motives, [""])).Field);
        Assert.Throws<RuleBroken>(() => selection.Correct(selection.Motives, []));
        Assert.Equal(("Le pouvoir est réel.", "M. Petit manque."), (selection.Motives, selection.MinorityOpinions.Single()));
    }
}
