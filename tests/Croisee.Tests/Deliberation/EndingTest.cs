using Croisee.Data;
using Croisee.Groups;
using Croisee.Mail;
using Croisee.Tests.Groups;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;
using static DeliberationTest;

/// <summary>No question waits for good: the last day of a vote is near and can be moved, a seat whose person has left can be noted, and what leads nowhere can be ended.</summary>
[Trait("kind", "pure")]
public sealed class EndingTest
{
    static readonly DateOnly Next = TestPanel.Day.AddDays(1);
    readonly TestPanel panel = new(2);

    [Fact]
    public void Takes_no_last_day_further_than_six_months()
    {
        Assert.Equal(TestPanel.Day.AddMonths(6).EndOfParisDay(), Deliberation.EndOf(TestPanel.Day.AddMonths(6), panel.Now));
        foreach (var far in new[] { TestPanel.Day.AddMonths(6).AddDays(1), new DateOnly(2207, 3, 1), DateOnly.MaxValue })
            Assert.Equal("ballot.far", Refusal(() => Deliberation.EndOf(far, panel.Now)));
    }

    [Fact]
    public void Moves_the_last_day_to_tomorrow_at_the_earliest_with_a_reason_and_keeps_the_votes()
    {
        var question = panel.Vote(TestPanel.Day.AddDays(20).EndOfParisDay());
        question.Cast(panel.People[0].Id, Vote.Yes, null, panel.Now);
        Assert.Equal("ballot.soon", Refusal(() => question.MoveEnd(TestPanel.Day, "Tout de suite.", panel.Now)));
        Assert.Equal("ballot.far", Refusal(() => question.MoveEnd(new(2207, 3, 1), "Plus tard.", panel.Now)));
        Assert.Equal("ballot.same", Refusal(() => question.MoveEnd(TestPanel.Day.AddDays(20), "Pareil.", panel.Now)));
        Assert.Equal("text.missing", Refusal(() => question.MoveEnd(Next, " ", panel.Now)));
        Assert.Equal(TestPanel.Day.AddDays(20), question.LastDay);
        question.MoveEnd(Next, " Presque tout le monde a voté. ", panel.Now);
        Assert.Equal((Next, "Presque tout le monde a voté.", panel.Now), (question.LastDay, question.EndReason, question.EndMovedAt));
        question.Cast(panel.People[1].Id, Vote.Yes, null, Next.EndOfParisDay().AddTicks(-1));
        Assert.Equal("ballot.late", Refusal(() => question.Cast(panel.Professionals[0].Id, Vote.Yes, null, Next.EndOfParisDay())));
        Assert.Equal("ballot.late", Refusal(() => question.MoveEnd(Next.AddDays(9), "Encore un peu.", Next.EndOfParisDay())));
        Assert.Equal(2, question.Count().Colleges.Sum(c => c.Yes));
        question.Close(Next.EndOfParisDay());
        question.Erase(Next.EndOfParisDay());
        Assert.Null(question.EndReason);
    }

    [Fact]
    public void Announces_a_last_day_to_a_vote_that_had_none_and_to_nothing_but_a_vote()
    {
        var question = panel.Vote();
        question.MoveEnd(Next, "Le groupe est prêt.", panel.Now);
        Assert.Equal(Next, question.LastDay);
        Assert.Equal("deliberation.step", Refusal(() => panel.Ask().MoveEnd(Next, "Trop tôt.", panel.Now)));
    }

    [Fact]
    public void Notes_a_departure_only_of_a_seat_that_is_gone_and_has_not_voted()
    {
        var question = panel.Vote();
        panel.Group.EndMandate(panel.People[0], TestPanel.Day);
        panel.Group.EndMandate(panel.People[1], TestPanel.Day);
        question.Cast(panel.People[1].Id, Vote.No, null, panel.Now);
        Assert.Equal("panel.present", Depart(question, panel.People[0], TestPanel.Day));
        Assert.Equal("panel.present", Depart(question, panel.Professionals[0], Next));
        Assert.Equal("panel.present", Depart(question, panel.People[1], Next));
        Assert.Null(Depart(question, panel.People[0], Next));
        Assert.False(question.Panel.Sits(panel.People[0].Id));
        Assert.DoesNotContain(panel.People[0].Id, question.Panel.Recused);
        Assert.Equal("EXP-R7", Refusal(() => question.Close(panel.Now)));
        Assert.Contains("1 a quitté le groupe", PanelTable.Of(question).Sides[0].Words, StringComparison.Ordinal);
        question.Panel.DrawAside(question.Panel.Unrestored!, panel.Now);
        question.Close(panel.Now);
        Assert.Equal("deliberation.closed", Depart(question, panel.Professionals[0], Next));
    }

    /// <summary>A departure says no link: who comes back with a new mandate takes the place, as anybody of the college.</summary>
    [Fact]
    public void Lets_somebody_of_the_college_take_the_place_of_who_left_also_the_same_person_come_back()
    {
        var question = panel.Ask();
        var back = panel.Group.EndMandate(panel.People[1], TestPanel.Day)!;
        panel.Group.Fill(back, panel.People[1].PersonId!.Value, panel.Organiser, Next);
        Assert.Null(Depart(question, panel.People[1], Next));
        var departure = question.Panel.Unrestored!;
        Assert.Equal((true, ""), (departure.Departed, departure.Reason));
        question.Panel.Substitute(departure, panel.Group, back.Id, Next, panel.Now);
        Assert.True(question.Panel.IsBalanced);
    }

    [Fact]
    public void Has_heard_a_college_whose_speaker_has_left_since()
    {
        var question = panel.Ask();
        question.Give(panel.People[0].Id, "Le récit est sincère.", panel.Now);
        question.Give(panel.Professionals[0].Id, "Il manque les effets.", panel.Now);
        panel.Group.EndMandate(panel.People[0], TestPanel.Day);
        Assert.Null(Depart(question, panel.People[0], Next));
        question.OpenDiscussion(panel.Now);
        Assert.Equal(2, question.ReadableBy(panel.Professionals[0].Id).Count);
    }

    [Theory]
    [InlineData(Step.Opinions)]
    [InlineData(Step.Discussion)]
    [InlineData(Step.Ballot)]
    public void Ends_a_question_without_a_count_with_a_reason_and_shows_nothing_of_what_was_said(Step at)
    {
        var question = at is Step.Ballot ? panel.Vote(TestPanel.Day.AddDays(90).EndOfParisDay()) : panel.Ask();
        if (at is Step.Opinions) question.Give(panel.People[0].Id, "Le récit est sincère.", panel.Now);
        if (at is Step.Discussion) panel.Discuss(question);
        Assert.Equal("text.missing", Refusal(() => question.Drop("", panel.Now)));
        question.Drop(" Le collège n’a plus personne. ", panel.Now);
        Assert.Equal((Step.Closed, Result.Dropped, false, "Le collège n’a plus personne."), (question.Step, question.Result, question.IsCounted, question.Reason));
        Assert.Empty(question.ReadableBy(panel.People[0].Id));
        Assert.False(question.MayFollow(panel.People[0].Id));
        Assert.Equal("deliberation.closed", Refusal(() => question.Drop("Encore.", panel.Now)));
    }

    string? Depart(Deliberation question, Seat seat, DateOnly day)
    {
        try { question.Panel.Depart(seat.Id, panel.Group, panel.Organiser, day, panel.Now); return null; }
        catch (Rules.RuleBroken broken) { return broken.Code; }
    }
}

/// <summary>The same, on the pages of whoever conducts, and what members read of it.</summary>
public sealed class EndingPagesTest(Place place) : IClassFixture<Place>
{
    Task<List<Notice>> NoticesTo(AGroup group, Seat seat) => place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == group.Members[seat.Id].Email).ToListAsync());

    [Fact]
    public async Task Says_beside_the_field_that_a_last_day_is_too_far_and_lets_it_be_moved_with_a_reason()
    {
        var group = await new AGroup(place).Of(2);
        var question = await group.Ask(Step.Discussion);
        var root = $"/deliberations/{question.Reference}";
        using var office = await place.BrowserOf(group.Organiser);
        using var member = await group.Browser(group.People[0]);
        var form = (await office.Open(root + "/etape")).Form("Ouvrir le vote");
        foreach (var slip in new[] { place.Clock.ParisToday().AddMonths(7), place.Clock.ParisToday().AddYears(30) }.Select(d => d.ToString("O")))
        {
            var refused = await form.Fill("Dernier jour du vote, inclus", slip).Send();
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains("au plus dans 6 mois", Assert.Single(refused.Errors), StringComparison.Ordinal);
            Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#Form_LastDay'], .error-summary a[href='#Form.LastDay']"));
        }
        var today = place.Clock.ParisToday();
        await form.Fill("Dernier jour du vote, inclus", today.AddMonths(5).ToString("O")).Send();
        Assert.DoesNotContain("fin-du-vote", (await member.Open(root)).Source, StringComparison.Ordinal);

        var move = await (await office.Open(root)).Follow("Changer le dernier jour du vote");
        Assert.Contains("au plus tôt demain", Assert.Single((await move.Form("Changer le dernier jour du vote").Fill("Dernier jour du vote, inclus", today.ToString("O")).Fill("Pourquoi ?", "On se presse.").Send()).Errors), StringComparison.Ordinal);
        var moved = move.Form("Changer le dernier jour du vote").Fill("Dernier jour du vote, inclus", today.AddDays(3).ToString("O")).Fill("Pourquoi ?", "Une date tapée de travers.");
        Assert.All(new[] { await moved.Send(), await moved.Send() }, page => Assert.Equal(System.Net.HttpStatusCode.OK, page.Status));
        Assert.Equal(today.AddDays(3), (await group.Read(question)).LastDay);
        foreach (var page in new[] { root, root + "/vote" }) Assert.Contains("Une date tapée de travers.", (await member.Open(page)).TextContent, StringComparison.Ordinal);
        Assert.Single(await NoticesTo(group, group.People[0]), n => n.Path == root && n.Line.StartsWith("Le dernier jour du vote a changé", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Announces_a_first_last_day_as_such()
    {
        var group = await new AGroup(place).Of(2);
        var root = $"/deliberations/{(await group.Ask(Step.Ballot)).Reference}";
        using var office = await place.BrowserOf(group.Organiser);
        var set = await (await office.Open(root + "/fin-du-vote")).Form("Annoncer le dernier jour du vote").Fill("Dernier jour du vote, inclus", place.Clock.ParisToday().AddDays(3).ToString("O")).Fill("Pourquoi ?", "Une réunion approche.").Send();
        Assert.Contains("Le dernier jour du vote est annoncé", set.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ce jour a été fixé le", set.TextContent, StringComparison.Ordinal);
        Assert.Single(await NoticesTo(group, group.People[0]), n => n.Path == root && n.Line.StartsWith("Le dernier jour du vote est annoncé", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Notes_that_a_member_has_left_without_a_link_and_leads_on_to_equality()
    {
        var group = await new AGroup(place).Of(2, alternates: 1);
        var question = await group.Ask();
        var root = $"/deliberations/{question.Reference}";
        using var office = await place.BrowserOf(group.Organiser);
        Assert.Equal(root, (await office.Open(root + "/depart")).Path);
        var before = place.Clock.UtcNow();
        await place.Db(async db =>
        {
            var whole = await db.Groups.Whole().SingleAsync(g => g.Id == group.Group.Id);
            whole.EndMandate(whole.Seats.Single(s => s.Id == group.People[1].Id), place.Clock.ParisToday());
            Croisee.Journal.Recording.Record(db, before, Croisee.Journal.Actor.System, "donnee.de.test", whole);
            return await db.SaveChangesAsync();
        });
        place.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await place.BrowserOf(group.Organiser);
        Assert.Contains("Membre usager 2", (await later.Open(root + "/etape")).Document.QuerySelectorAll("p.notice").Select(Page.Text).Single(t => t.StartsWith("Mandat terminé", StringComparison.Ordinal)), StringComparison.Ordinal);
        var noted = await (await (await later.Open(root)).Follow("Un membre a quitté le groupe")).Form("Noter ce départ").Choose("Membre usager 2").Send();
        Assert.Equal(root + "/egalite", noted.Path);
        var restored = await noted.Form("Rétablir l’égalité").Choose("Membre usager 3 prend la place").Send();
        Assert.Contains("Parti du groupe : Membre usager 2. Remplacement par Membre usager 3.", restored.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Lien déclaré", restored.TextContent, StringComparison.Ordinal);
        Assert.Single(await NoticesTo(group, group.People[2]), n => n.Path == root && n.Line.StartsWith("Vous prenez la place", StringComparison.Ordinal));

        // The mandate goes on, this question without it.
        await place.Db(async db =>
        {
            var whole = await db.Groups.Whole().SingleAsync(g => g.Id == group.Group.Id);
            whole.Prolong(whole.Seats.Single(s => s.Id == group.People[1].Id), null, group.Organiser.Id, place.Clock.ParisToday(), place.Clock.UtcNow());
            Croisee.Journal.Recording.Record(db, before, Croisee.Journal.Actor.System, "donnee.de.test", whole);
            return await db.SaveChangesAsync();
        });
        using var back = await group.Browser(group.People[1]);
        Assert.Contains("Votre siège avait quitté cette question", (await back.Open(root)).TextContent, StringComparison.Ordinal);
        place.Clock.Set(before);
    }

    [Fact]
    public async Task Ends_a_question_that_leads_nowhere_and_members_read_why()
    {
        var group = await new AGroup(place).Of(2);
        var question = await group.Ask(Step.Ballot, place.Clock.ParisToday().AddDays(100).EndOfParisDay());
        var root = $"/deliberations/{question.Reference}";
        using var office = await place.BrowserOf(group.Organiser);
        using var member = await group.Browser(group.People[0]);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await member.Open(root + "/sans-suite")).Status);
        var drop = await (await office.Open(root)).Follow("Clore sans suite");
        Assert.Single((await drop.Form("Clore sans suite").Send()).Errors);
        await drop.Form("Clore sans suite").Fill("Pourquoi ?", "Le sujet est traité ailleurs.").Send();
        var read = await member.Open(root);
        Assert.Contains("La question est close sans suite", read.TextContent, StringComparison.Ordinal);
        Assert.Contains("Le sujet est traité ailleurs.", read.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Le récit est sincère.", (await member.Open(root + "/avis")).TextContent, StringComparison.Ordinal);
        Assert.Single(await NoticesTo(group, group.People[0]), n => n.Path == root && n.Line.StartsWith("Une question est close sans suite", StringComparison.Ordinal));
        Assert.Contains("Close sans suite", (await member.Open($"/groupes/{group.Group.Reference}")).TextContent, StringComparison.Ordinal);
    }
}
