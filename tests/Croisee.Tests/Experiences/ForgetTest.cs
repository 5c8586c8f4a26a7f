using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>What the clockwork does with calls and drafts: it says a turn once, and keeps nothing longer than told.</summary>
public sealed class ForgetTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Says_once_that_a_call_opened_and_once_that_it_ended()
    {
        var organisation = await place.Given.AnOrganisation();
        var nadia = await place.Given.AnAccount("Nadia", Role.Organiser, organisation);
        await place.Given.AnAccount("Modératrice", Role.Moderator, organisation);
        var today = place.Clock.ParisToday();
        var call = await place.Given.AnOpenCall(organisation, opensOn: today, closesOn: today.AddDays(1));
        await place.Given.TheJobRan(TellCallTurns.Job);
        await place.Given.TheJobRan(TellCallTurns.Job);
        Assert.Equal([Croisee.Experiences.Acts.CallOpened], await Said());
        place.Clock.Advance(TimeSpan.FromDays(2));
        await place.Given.TheJobRan(TellCallTurns.Job);
        await place.Given.TheJobRan(TellCallTurns.Job);
        Assert.Equal([Croisee.Experiences.Acts.CallOpened, Croisee.Experiences.Acts.CallEnded], await Said());
        Assert.Equal(2, await place.Db(db => db.Notices.CountAsync(n => n.Path == $"/bureau/appels/{call.Slug}")));
        Assert.Equal(2, await place.Db(db => db.Notices.CountAsync(n => n.To == nadia.Email)));
        Assert.Equal(0, await place.Db(db => db.Calls.Where(c => c.Id == call.Id).Select(c => c.Version).SingleAsync()));

        Task<List<string>> Said() => place.Db(db => db.JournalEntries.Where(e => e.SubjectId == call.Id && (e.Act == Croisee.Experiences.Acts.CallOpened || e.Act == Croisee.Experiences.Acts.CallEnded)).OrderBy(e => e.At).Select(e => e.Act).ToListAsync());
    }

    [Fact, Trait("kind", "slow")]
    public async Task Erases_a_draft_after_six_months_two_weeks_after_a_letter_where_there_is_an_address()
    {
        var call = await place.Given.AnOpenCall();
        var (told, silent, alive) = (await place.Given.ADraft(call), await place.Given.ADraft(call), await place.Given.ADraft(call));
        await (await told.Browser.Open($"/deposer/fiche/{told.Reference}/contact")).Form("Enregistrer").Fill("Nom", "Jeanne").Fill("Adresse de courriel", "jeanne@example.org").Send();
        place.Clock.Advance(TimeSpan.FromDays(160));
        await place.Given.TheJobRan(Forget.Job);
        Assert.Empty(await place.MailsTo("jeanne@example.org"));
        await (await alive.Browser.Open($"/suivre")).Form("Voir où elle en est").Fill("Votre code", alive.Code).Send();
        await (await alive.Browser.Open($"/deposer/fiche/{alive.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Titre de l’expérience", "Encore en vie").Send();

        place.Clock.Advance(TimeSpan.FromDays(12));
        await place.Given.TheJobRan(Forget.Job);
        await place.Given.TheJobRan(Forget.Job);
        var letter = Assert.Single(await place.MailsTo("jeanne@example.org"));
        Assert.Contains("Il sera effacé après le", letter.Text);
        Assert.DoesNotContain("Jeanne", letter.Subject);
        Assert.Equal(3, await Left());
        place.Clock.Advance(TimeSpan.FromDays(13));
        await place.Given.TheJobRan(Forget.Job);
        Assert.Equal(2, await Left());
        place.Clock.Advance(TimeSpan.FromDays(2));
        await place.Given.TheJobRan(Forget.Job);
        Assert.Equal(1, await Left());
        Assert.True(await place.Db(db => db.Experiences.AnyAsync(e => e.Reference == alive.Reference)));
        // No second letter, and the first one went with the address.
        Assert.Empty(await place.MailsTo("jeanne@example.org"));
        Assert.Equal(0, await place.Db(db => db.Contacts.CountAsync(c => c.CallId == call.Id)));

        Task<int> Left() => place.Db(db => db.Experiences.CountAsync(e => e.Reference == told.Reference || e.Reference == silent.Reference || e.Reference == alive.Reference));
    }

    /// <summary>After a lost key nobody can be warned: the draft goes all the same, and keeps none of the others from going (S41).</summary>
    [Fact]
    public async Task Erases_a_draft_whose_contact_data_no_key_opens_any_more_and_those_behind_it()
    {
        // The job is run here by hand; the clockwork would run it beside.
        await place.Given.TheClockworkStopped();
        var (call, now) = (await place.Given.AnOpenCall(closesOn: place.Clock.ParisToday().AddDays(400)), place.Clock.UtcNow());
        const int many = 205;
        await place.Db(async db =>
        {
            var on = await db.Calls.SingleAsync(c => c.Id == call.Id);
            for (var i = 0; i < many; i++)
            {
                var draft = new Experience(on, "SAI_EN_LIGNE", null, now);
                var author = draft.Invite(Voice.PersonConcerned, SpokenCode.Hash(SpokenCode.Read(SpokenCode.New())!), now);
                db.Experiences.Add(draft);
                db.Record(now, Actor.Author(author.Id), Croisee.Experiences.Acts.Begun, draft, null, call.OrganisationId);
                if (i == 0) continue;
                var contact = new Contact(draft.Id, call.Id, now);
                contact.Write("scellé par une clé perdue", recontact: false, now);
                db.Contacts.Add(contact);
            }
            return await db.SaveChangesAsync();
        });
        place.Clock.Advance(TimeSpan.FromDays(172));
        var told = await place.Given.ADraft(call);
        await (await told.Browser.Open($"/deposer/fiche/{told.Reference}/contact")).Form("Enregistrer").Fill("Nom", "Jeanne").Fill("Adresse de courriel", "derriere@example.org").Send();
        place.Clock.Advance(TimeSpan.FromDays(172));
        await place.Given.TheJobRan(Forget.Job);
        Assert.Equal((1, 1), await place.Db(async db => (await db.Experiences.CountAsync(e => e.CallId == call.Id), await db.Contacts.CountAsync(c => c.CallId == call.Id))));
        Assert.Single(await place.MailsTo("derriere@example.org"));
    }

    /// <summary>Its authors would read for ever that it waits, and nobody decides any more.</summary>
    [Fact]
    public async Task Archives_what_nobody_decided_when_contact_data_go_and_tells_its_authors_once()
    {
        await using var own = new Place();
        await own.InitializeAsync();
        var call = await own.Given.AnOpenCall();
        var waiting = new List<GivenExperience>();
        foreach (var (title, way) in new (string, ExperienceState[])[]
                 {
                     ("Envoyée", []), ("À compléter", [ExperienceState.ToComplete]), ("Recevable", [ExperienceState.Admissible]), ("Lue", [ExperienceState.Admissible, ExperienceState.InReading]),
                     ("Analysée", [ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed]),
                 })
        {
            var given = await own.Given.ASubmittedExperience(call, title);
            if (way.Length > 0) await own.Given.ItPassed(given, way);
            await own.Given.AContact(given, $"auteur{waiting.Count}@example.org");
            waiting.Add(given);
        }
        var refused = await own.Given.ASubmittedExperience(call, "Irrecevable");
        await own.Given.ItPassed(refused, ExperienceState.Inadmissible);
        own.Clock.Set(call.Notice.ErasedFrom!.Value.AddDays(-1).EndOfParisDay().AddSeconds(-1));
        await own.Given.TheJobRan(Forget.Job);
        Assert.Equal(0, await Archived());
        own.Clock.Advance(TimeSpan.FromSeconds(2));
        await own.Given.TheJobRan(Forget.Job);
        await own.Given.TheJobRan(Forget.Job);
        Assert.Equal(waiting.Count, await Archived());
        for (var i = 0; i < waiting.Count; i++) Assert.Contains("personne n’a pu décider", Assert.Single(await own.MailsTo($"auteur{i}@example.org"), m => m.Subject == "Votre expérience n’est pas publiée").Text, StringComparison.Ordinal);
        Assert.Equal(0, await own.Db(db => db.Contacts.CountAsync(c => c.CallId == call.Id)));
        Assert.All(await own.Db(db => db.Passages.AsNoTracking().Where(p => p.To == ExperienceState.Archived).ToListAsync()), p => Assert.Equal((Passage.Clock, true), (p.By, p.Why?.Length > 0)));

        // Its authors may still have it shown, if they are asked.
        await own.Given.ItPassed(waiting[0], ExperienceState.ApprovalAsked);

        Task<int> Archived() => own.Db(db => db.Experiences.CountAsync(e => e.CallId == call.Id && e.State == ExperienceState.Archived));
    }

    [Fact]
    public async Task Erases_contact_data_three_months_after_the_work_and_keeps_those_who_agreed_to_more()
    {
        var call = await place.Given.AnOpenCall();
        var (one, other) = (await place.Given.ASubmittedExperience(call), await place.Given.ASubmittedExperience(call, "Une autre"));
        await Contact(one, recontact: false);
        await Contact(other, recontact: true);
        place.Clock.Set(call.Notice.KeptUntilDay!.Value.AddMonths(CallNotice.MonthsAfterWork).EndOfParisDay().AddSeconds(-1));
        await place.Given.TheJobRan(Forget.Job);
        Assert.Equal(2, await Kept());
        place.Clock.Advance(TimeSpan.FromSeconds(1));
        await place.Given.TheJobRan(Forget.Job);
        Assert.Equal(1, await Kept());
        Assert.True(await place.Db(db => db.Experiences.AnyAsync(e => e.Id == one.Id)));
        Assert.Equal(1, await place.Db(db => db.JournalEntries.CountAsync(e => e.SubjectId == call.Id && e.Act == Croisee.Experiences.Acts.ContactErased)));
        place.Clock.Advance(TimeSpan.FromDays(365 * 2));
        await place.Given.TheJobRan(Forget.Job);
        Assert.Equal(0, await Kept());

        Task<int> Kept() => place.Db(db => db.Contacts.CountAsync(c => c.CallId == call.Id));
        Task Contact(GivenExperience given, bool recontact) => place.With(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            await s.GetRequiredService<ContactStore>().Save(await db.Experiences.SingleAsync(e => e.Id == given.Id), new("Jeanne", null, "jeanne.r@example.org", null, null), recontact);
            return await db.SaveChangesAsync();
        });
    }
}
