using Croisee.Data;
using Croisee.Experiences;
using Croisee.Files;
using Croisee.Framework;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Library;
using Croisee.Mail;
using Croisee.People;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Croisee.Tests.House;

/// <summary>Builds one organisation with one of everything that has an address, and the people who look at it.</summary>
sealed partial class Samples(Place place, string name)
{
    const string TermCode = "CTX2_ACCOMPAGNEMENT", Act = "donnee.de.test";

    public Organisation Organisation { get; private set; } = null!;
    public Side Side { get; private set; } = null!;
    public List<Viewer> Viewers { get; } = [];
    public Viewer Of(ViewerKind kind, Role? role = null) => Viewers.First(v => v.Kind == kind && (role is null || v.Role == role));

    readonly Dictionary<Thing, string> names = new() { [Thing.Term] = TermCode, [Thing.Register] = FrameworkAddress.Slug(Vocabularies.Register.Terms[0].Code), [Thing.Vocabulary] = FrameworkAddress.Slug(Vocabularies.Register.Code) };
    readonly List<Guid> authors = [];
    Given Given => place.Given;
    DateTime Now => place.Clock.UtcNow();
    DateOnly Today => place.Clock.ParisToday();

    public async Task<Samples> Build()
    {
        Organisation = await Given.AnOrganisation(name);
        names[Thing.Organisation] = Organisation.Reference;
        names[Thing.EmptyOrganisation] = (await Given.AnOrganisation("Structure vide de " + name, Organisation)).Reference;
        foreach (var kind in new[] { ViewerKind.Nobody, ViewerKind.Invitee, ViewerKind.Member, ViewerKind.Facilitator, ViewerKind.Chair }) Viewers.Add(await Known(kind));
        foreach (var role in Enum.GetValues<Role>()) Viewers.Add(await Known(ViewerKind.Held, role, Organisation));
        Viewers.Add(await Known(ViewerKind.Instance, Role.Administrator, await Given.TheInstance()));
        await InTheOffice();
        var (call, group) = (await ACall(), await AGroup());
        await Experiences(call, group);
        await ADeliberation(group);
        await Collections();
        var home = await Given.AnOrganisation("Service de " + name, Organisation);
        Viewers.Add(await Known(ViewerKind.Home, Role.Organiser, home));
        await ASurvey.Add(Given, Organisation, names, Of(ViewerKind.Invitee).Person!, Of(ViewerKind.Instance).Person!, home);
        await ASurvey.AddSound(place, names);
        Viewers.Insert(0, new Viewer($"anonyme ({name})", ViewerKind.Anonymous));
        Viewers.Insert(1, AnAuthor());
        Side = new(names);
        return this;
    }

    /// <summary>Signed in with the second factor passed; also offered at « Entrer comme… » of the demonstration.</summary>
    async Task<Viewer> Known(ViewerKind kind, Role? role = null, Organisation? where = null)
    {
        var label = $"{(kind is ViewerKind.Held ? role.ToString() : kind.ToString())} ({name})";
        var person = await Given.AnAccount(label, role, where);
        await Change(async db =>
        {
            var found = await db.Persons.SingleAsync(p => p.Id == person.Id);
            found.ShowInDemo("Pour regarder cette structure.");
            return found;
        });
        var viewer = new Viewer(label, kind, person, role);
        using var browser = await Given.SignedIn(person);
        foreach (var (cookie, value) in browser.Cookies) viewer.Cookies[cookie] = value;
        if (kind is ViewerKind.Invitee) names[Thing.Session] = await place.Db(db => db.Sessions.Where(s => s.PersonId == person.Id).Select(s => s.Id.ToString()).SingleAsync());
        return viewer;
    }

    async Task InTheOffice()
    {
        var administrator = Of(ViewerKind.Instance).Person!;
        await place.With(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var invitation = services.GetRequiredService<Invite>().ToRole($"invite.{Organisation.Reference}@example.org", await db.Organisations.SingleAsync(o => o.Id == Organisation.Id), Role.Facilitator, administrator);
            names[Thing.InvitationToken] = invitation.NewToken(administrator, Now);
            names[Thing.Invitation] = invitation.Id.ToString();
            var mail = db.OutgoingMails.Local.Single(m => m.To == invitation.Email);
            names[Thing.Mail] = mail.Id.ToString();
            // Given up before it is stored, so that it is there to be sent again: a mail that left is no longer in the office, and the clockwork sends what waits.
            db.Entry(mail).Property(m => m.State).CurrentValue = MailState.Failed;
            names[Thing.Grant] = await db.Grants.Where(g => g.OrganisationId == Organisation.Id && g.Role == Role.Moderator).Select(g => g.Id.ToString()).SingleAsync();
            if (!await db.FrameworkLabels.AnyAsync(l => l.Code == TermCode)) Add(db, new FrameworkLabel("V-CONTEXTE", TermCode, "Accompagner au quotidien", null));
            await db.SaveChangesAsync();
            if (!await db.StoredFiles.Isolated().AnyAsync()) db.Add(AnIsolatedFile());
            await db.SaveChangesAsync();
            var file = FolderTransport.FileOf(services.GetRequiredService<MailSettings>().Folder, mail.Id);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, "To: " + invitation.Email);
            return true;
        });
    }

    async Task<Call> ACall()
    {
        var call = await Given.AnOpenCall(Organisation, "Appel de " + name);
        names[Thing.Call] = call.Slug;
        names[Thing.WrittenCall] = (await Given.ACallBeingWritten(Organisation, "Appel en écriture de " + name)).Slug;
        await Change(async db =>
        {
            var found = await db.Calls.Include(c => c.Questions).SingleAsync(c => c.Id == call.Id);
            var question = found.AddQuestion("Que diriez-vous à ceux qui commencent ?", null, isLong: true);
            db.Add(question);
            names[Thing.Question] = question.Id.ToString();
            return found;
        });
        return call;
    }

    async Task<Group> AGroup()
    {
        var professional = await Given.AnAccount("Professionnel de " + name);
        var group = new Group("Groupe de " + name, Organisation.Id, GroupKind.WorkingGroup, Now);
        var (by, mandate) = (Of(ViewerKind.Instance).Person!.Id, new Mandate(Today));
        void Seat(College college, string label, SeatRole role, Person? person)
        {
            var seat = group.OpenSeat(college, label, mandate, role);
            if (person is not null) group.Fill(seat, person.Id, by, Today); else names[Thing.Seat] = seat.Id.ToString();
        }
        Seat(College.ServiceUsers, "Membre usager 1", SeatRole.Member, Of(ViewerKind.Member).Person);
        Seat(College.Professionals, "Membre pro 1", SeatRole.Member, professional);
        Seat(College.Professionals, "Animation", SeatRole.Facilitator, Of(ViewerKind.Facilitator).Person);
        Seat(College.Professionals, "Présidence", SeatRole.Chair, Of(ViewerKind.Chair).Person);
        var held = group.OpenSeat(College.ServiceUsers, "Membre usager 3", new(Today, Today.AddYears(1)));
        group.Fill(held, (await Given.AnAccount("Autre usager de " + name)).Id, by, Today);
        names[Thing.HeldSeat] = held.Id.ToString();
        names[Thing.SeatInvitation] = group.Invite(group.OpenSeat(College.ServiceUsers, "Membre usager 2", mandate), Of(ViewerKind.Invitee).Person!.Id, by, Today, Now).Id.ToString();
        Seat(College.Professionals, "Membre pro 2", SeatRole.Member, null);
        foreach (var college in CollegeWords.Facing) Left(group, college, await Given.AnAccount($"Parti du groupe de {name}, {college}"), by);
        names[Thing.Group] = group.Reference;
        await Given.Added(group);
        return group;
    }

    async Task Experiences(Call call, Group group)
    {
        await place.With(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var reads = new ReadingGroup(call.Id, group.Id, Now);
            reads.Open(group, Today, Now);
            Add(db, reads);
            var draft = new Experience(await db.Calls.SingleAsync(c => c.Id == call.Id), "SAI_EN_LIGNE", null, Now);
            names[Thing.PrivateCode] = SpokenCode.New();
            authors.Add(draft.Invite(Voice.PersonConcerned, SpokenCode.Hash(SpokenCode.Read(names[Thing.PrivateCode])!), Now).Id);
            names[Thing.DraftAuthor] = draft.Invite(Voice.Professional, SpokenCode.Hash(SpokenCode.Read(SpokenCode.New())!), Now).Id.ToString();
            draft.Steps.Single(s => s.Code == "essentiel").Write(new Croisee.Experiences.Answers.Essentials { EasySummary = "On mange ensemble.\nOn vote le menu." }, null, Now);
            names[Thing.Draft] = draft.Reference;
            Add(db, draft);
            names[Thing.DraftLink] = db.WebLinks.Add(new WebLink(draft.Id, "https://exemple.fr/", "Un film", "Le nôtre", Now)).Entity.Id.ToString();
            await db.SaveChangesAsync();
            names[Thing.DraftFile] = await AFile(services, draft.Id, "brouillon.txt");
            return true;
        });
        await Given.AContact(await Sent(Thing.Sent, call), "jointe@example.org");
        var reading = await Sent(Thing.InReading, call, ExperienceState.Admissible, ExperienceState.InReading);
        var seats = group.DecidingOn(Today).ToList();
        Pair Pair(GivenExperience of, DateOnly due) => new(of.Id, group.Id, seats.First(s => s.College is College.ServiceUsers).Id, seats.First(s => s.College is College.Professionals).Id, due, Now);
        await Given.Added(Pair(reading, Today.AddDays(ReadingGroup.DaysToRead)));
        // Read by both on another day, settled by neither: the pair may still agree, and the group may decide.
        var apart = Pair(await Sent(Thing.ToSettle, call, ExperienceState.Admissible, ExperienceState.InReading), Today.AddDays(-1));
        await Given.Added(apart);
        await Given.TheyRead(apart, apart.ServiceUserSeatId, Given.ACoding("D3_CONCERTATION"));
        await Given.TheyRead(apart, apart.ProfessionalSeatId, Given.ACoding("D4_CODECISION", "PARTEN"));
        var proposal = new Settlement(apart, apart.ProfessionalSeatId, Given.ACoding("D4_CODECISION"), "Le budget est décidé ensemble.", Now);
        await Given.Added(proposal);
        await Sent(Thing.Analysed, call, ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed);
        await Sent(Thing.ToPropose, call, ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed, ExperienceState.NotSelected);
        await Sent(Thing.ToApprove, call, ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed, ExperienceState.Remarkable, ExperienceState.ApprovalAsked);
        var published = await Sent(Thing.Sheet, call, ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed, ExperienceState.NotSelected, ExperienceState.ApprovalAsked);
        names[Thing.SheetFile] = await place.With(services => AFile(services, published.Id, "plan.txt"));
        await Given.ItWasPublished(published);
        // Public, and its authors have opened their texts again.
        var corrected = await Sent(Thing.InCorrection, call, ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed, ExperienceState.NotSelected, ExperienceState.ApprovalAsked);
        await Given.ItWasPublished(corrected);
        await Given.ItPassed(corrected, ExperienceState.ApprovalAsked);
        await BesideASheet.Add(Given, published.Id, name, names, Now);
        await BesideASheet.Tie(place, Given, (published.Id, corrected.Id), Organisation.Id, name, names, Now);
    }

    async Task Collections() // One that everybody reads, one that only its owner does.
    {
        var sheet = await place.Db(db => db.Sheets.Where(s => s.Reference == names[Thing.Sheet]).Select(s => s.Id).SingleAsync());
        foreach (var (thing, owner) in new[] { (Thing.Collection, Of(ViewerKind.Instance)), (Thing.MyCollection, Of(ViewerKind.Invitee)) })
        {
            var collection = new Croisee.Library.Collections.Collection(Guid.CreateVersion7(), owner.Person!.Id, $"Dossier de {name}", "Pour commencer.", Now);
            if (collection.Add([sheet], Now).Count == 1 && thing is Thing.Collection) collection.Publish(Organisation.Id, Now);
            await Given.Added(collection);
            names[thing] = collection.Reference;
        }
        var search = new Croisee.Library.Watching.SavedSearch(Of(ViewerKind.Invitee).Person!.Id, "Le jardin", "q=jardin", Croisee.Library.Watching.SearchPace.Weekly, Now);
        names[Thing.SavedSearch] = search.Reference;
        await Given.Added(search);
    }

    async Task<GivenExperience> Sent(Thing thing, Call call, params ExperienceState[] then)
    {
        var given = await Given.ASubmittedExperience(call, $"La salle à manger refaite ensemble ({thing}, {name})");
        if (then.Length > 0) await Given.ItPassed(given, then);
        names[thing] = given.Reference;
        // A browser holds five private codes at most.
        if (thing is not (Thing.InReading or Thing.Analysed or Thing.ToSettle or Thing.ToPropose)) authors.Add(await place.Db(db => db.Authors.Where(a => a.ExperienceId == given.Id).Select(a => a.Id).SingleAsync()));
        return given;
    }

    /// <summary>A clean text with its rights and its alternative, attached.</summary>
    async Task<string> AFile(IServiceProvider services, Guid experience, string file)
    {
        var db = services.GetRequiredService<AppDb>();
        var taken = await services.GetRequiredService<FileStore>().Take(new MemoryStream("Le plan de la salle.\n"u8.ToArray()), file, 0, CancellationToken.None);
        taken.File!.Describe("Écrit par le groupe, partage libre.", "Le plan de la salle, décrit en une phrase.");
        db.Add(taken.File);
        Add(db, new Attachment(experience, taken.File.Id, Now));
        await db.SaveChangesAsync();
        return taken.File.Id.ToString();
    }

    /// <summary>A browser that typed the private codes of these experiences, as the product seals it.</summary>
    Viewer AnAuthor()
    {
        var viewer = new Viewer($"auteur ({name})", ViewerKind.Author);
        var cookie = place.App.Services.GetRequiredService<AuthorCookie>();
        foreach (var author in authors)
        {
            var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
            if (viewer.Cookies.TryGetValue(AuthorCookie.Name, out var value)) http.Request.Headers.Cookie = $"{AuthorCookie.Name}={value}";
            cookie.Add(http, author);
            viewer.Cookies[AuthorCookie.Name] = http.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2)[1];
        }
        return viewer;
    }

    Task Change<TNoun>(Func<AppDb, Task<TNoun>> change) where TNoun : Rules.IAudited => place.Db(async db =>
    {
        db.Record(Now, Actor.System, Act, await change(db));
        return await db.SaveChangesAsync();
    });

    void Add(AppDb db, Rules.IAudited noun)
    {
        db.Add(noun);
        db.Record(Now, Actor.System, Act, noun);
    }
}
