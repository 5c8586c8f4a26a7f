using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.People;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Review;

public sealed class ReviewJourneyTest(Place place) : IClassFixture<Place>
{
    const string Marker = "marqueur-contact";

    async Task<(Group Group, List<Person> Members)> AGroupOf(Organisation organisation, int users, int professionals)
    {
        var members = new List<Person>();
        for (var i = 0; i < users + professionals; i++) members.Add(await place.Given.AnAccount($"Membre {i} {Guid.CreateVersion7():N}"[..30]));
        var group = await place.Db(async db =>
        {
            var today = place.Clock.ParisToday();
            var made = new Group("Groupe " + Rules.Reference.New(), organisation.Id, GroupKind.WorkingGroup, place.Clock.UtcNow());
            for (var i = 0; i < members.Count; i++)
                made.Fill(made.OpenSeat(i < users ? College.ServiceUsers : College.Professionals, "Membre " + i, new Mandate(today.AddDays(-1))), members[i].Id, Guid.CreateVersion7(), today);
            db.Groups.Add(made);
            db.Record(place.Clock.UtcNow(), Actor.System, "essai", made);
            await db.SaveChangesAsync();
            return made;
        });
        return (group, members);
    }

    [Fact]
    public async Task Refuses_to_open_reading_while_a_seat_is_missing_and_names_it()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel sans parité");
        var (group, _) = await AGroupOf(organisation, 1, 2);
        using var organiser = await place.Given.APerson("Une organisatrice", Role.Organiser, organisation);
        var chosen = await (await organiser.Open($"/bureau/appels/{call.Slug}/groupe")).Form("Choisir ce groupe").Choose(group.Name).Send();
        var refused = await chosen.Form("Ouvrir la lecture").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("personne concernée", refused.Errors.Single());
    }

    [Fact]
    public async Task Leads_an_experience_from_its_arrival_to_the_groups_choice_without_showing_contact_data()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel lu à deux");
        var given = await place.Given.ASubmittedExperience(call, "Le goûter qui décide");
        await PlantContact(given.Id, call.Id);
        var (group, members) = await AGroupOf(organisation, 1, 1);
        using var organiser = await place.Given.APerson("Un organisateur", Role.Organiser, organisation);
        using var user = await place.Given.SignedIn(members[0]);
        using var professional = await place.Given.SignedIn(members[1]);
        using var stranger = await place.Given.APerson("Une inconnue");

        await (await (await (await organiser.Open($"/bureau/appels/{call.Slug}")).Follow("Choisir le groupe qui lit")).Form("Choisir ce groupe").Choose(group.Name).Send()).Form("Ouvrir la lecture").Send();
        await (await organiser.Open($"/groupes/{group.Reference}/recevabilite/{given.Reference}")).Form("Enregistrer").Choose("Recevable").Send();
        await (await organiser.Open($"/groupes/{group.Reference}/repartition")).Form("Répartir en un clic").Send();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/lectures/{given.Reference}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/groupes/{group.Reference}/tableau")).Status);

        await Read(user, given.Reference, "Concertation", "Le mot de la personne concernée");
        var blind = await professional.Open($"/lectures/{given.Reference}");
        Assert.DoesNotContain("Le mot de la personne concernée", blind.Source);
        Assert.Contains("Votre lecture", blind.TextContent);
        await Read(professional, given.Reference, "Codécision", "Le mot du professionnel");
        var side = await professional.Open($"/lectures/{given.Reference}/accord");
        Assert.Contains("Le mot de la personne concernée", side.TextContent);
        Assert.Contains("différent", side.TextContent);
        await side.Form("Proposer cet accord").Choose("Je n’ai rien à en dire").Fill("La raison de l’accord", "Le budget est décidé ensemble.").Send();
        var settled = await (await user.Open($"/lectures/{given.Reference}/accord")).Form("J’accepte cet accord").Send();
        Assert.Contains("Vous êtes d’accord", settled.TextContent);
        Assert.Equal(ExperienceState.Analysed, await StateOf(given.Id));

        var question = await (await organiser.Open($"/groupes/{group.Reference}/deliberer/{given.Reference}")).Form("Poser la question").Send();
        var path = question.Path;
        foreach (var member in new[] { user, professional }) await (await member.Open(path + "/avis")).Form("Donner cet avis").Fill("Mon avis", "Elle montre un vrai pouvoir.").Send();
        await Advance(organiser, path);
        await Advance(organiser, path);
        foreach (var member in new[] { user, professional }) await (await member.Open(path + "/vote")).Form("Voter").Choose("Oui").Fill("Mon motif", "Le pouvoir de décider est réel.").Send();
        await Advance(organiser, path);

        Assert.Equal(ExperienceState.Remarkable, await StateOf(given.Id));
        var selection = await place.Db(db => db.Selections.AsNoTracking().SingleAsync(s => s.ExperienceId == given.Id));
        Assert.True(selection.Remarkable);
        Assert.Contains("Le pouvoir de décider est réel.", selection.Motives);
        foreach (var page in new[] { $"/groupes/{group.Reference}/tableau", $"/groupes/{group.Reference}/experiences/{given.Reference}", $"/lectures/{given.Reference}", "/lectures", path, path + "/resultat" })
            Assert.DoesNotContain(Marker, (await user.Open(page)).Source);
    }

    [Fact]
    public async Task Replaces_a_reader_who_declares_a_link_by_another_of_the_same_college()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel avec un lien");
        var given = await place.Given.ASubmittedExperience(call, "Une action voisine");
        var (group, members) = await AGroupOf(organisation, 2, 2);
        using var organiser = await place.Given.APerson("Un autre organisateur", Role.Organiser, organisation);
        await (await (await organiser.Open($"/bureau/appels/{call.Slug}/groupe")).Form("Choisir ce groupe").Choose(group.Name).Send()).Form("Ouvrir la lecture").Send();
        await (await organiser.Open($"/groupes/{group.Reference}/recevabilite/{given.Reference}")).Form("Enregistrer").Choose("Recevable").Send();
        await (await organiser.Open($"/groupes/{group.Reference}/repartition")).Form("Répartir en un clic").Send();
        var before = await place.Db(db => db.Pairs.AsNoTracking().SingleAsync(p => p.ExperienceId == given.Id));
        var seat = group.Seats.Single(s => s.Id == before.ServiceUserSeatId);
        using var reader = await place.Given.SignedIn(members.Single(m => m.Id == seat.PersonId));
        await (await reader.Open($"/lectures/{given.Reference}/lien")).Form("Me retirer de cette lecture").Fill("Quel est ce lien", "J’y participe.").Send();
        var after = await place.Db(db => db.Pairs.AsNoTracking().SingleAsync(p => p.ExperienceId == given.Id));
        Assert.NotEqual(before.ServiceUserSeatId, after.ServiceUserSeatId);
        Assert.Equal(College.ServiceUsers, group.Seats.Single(s => s.Id == after.ServiceUserSeatId).College);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Open($"/lectures/{given.Reference}")).Status);
    }

    static async Task Read(Browser reader, string reference, string degree, string words)
    {
        var page = await reader.Open($"/lectures/{reference}");
        var refused = await page.Form("Enregistrer et donner ma lecture").Send();
        Assert.Equal(["Choisissez le degré atteint avant de donner votre lecture."], refused.Errors);
        page = refused;
        var form = page.Form("Enregistrer et donner ma lecture").Choose(degree, "Le degré").Choose("Pouvoir d’initiative", "Registres");
        var confirm = await form.Set("Form.Words[CRI_REALITE]", words).Send();
        Assert.Equal("Donner votre lecture ?", confirm.Heading);
        await confirm.Form("Oui, donner ma lecture").Choose("Je n’ai rien à en dire").Send();
    }

    static async Task Advance(Browser organiser, string path)
    {
        var page = await organiser.Open(path + "/etape");
        var button = page.Document.QuerySelectorAll("main button").Select(Page.Text).Single();
        var after = await page.Form(button).Send();
        Assert.True(after.Status is HttpStatusCode.OK, after.TextContent);
    }

    Task<ExperienceState> StateOf(Guid id) => place.Db(db => db.Experiences.Where(e => e.Id == id).Select(e => e.State).SingleAsync());

    Task PlantContact(Guid experience, Guid call) => place.With(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        await services.GetRequiredService<ContactStore>().Save(await db.Experiences.SingleAsync(e => e.Id == experience), new(Marker, Marker, Marker + "@example.org", "0102030405", null), recontact: false);
        return await db.SaveChangesAsync();
    });
}
