using Croisee.Data;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.People;
using Croisee.Tests.Groups;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

/// <summary>A working group in the database, with persons in its seats, and the questions it is asked.</summary>
sealed class AGroup(Place place)
{
    public Organisation Organisation { get; private set; } = null!;
    public Person Organiser { get; private set; } = null!;
    public Group Group { get; private set; } = null!;
    public Dictionary<Guid, Person> Members { get; } = [];
    public List<Seat> People => [.. Group.Seats.Where(s => s.College == College.ServiceUsers)];
    public List<Seat> Professionals => [.. Group.Seats.Where(s => s.College == College.Professionals)];

    DateTime Now => place.Clock.UtcNow();

    public async Task<AGroup> Of(int size, int alternates = 0)
    {
        Organisation = await place.TheInstance();
        Organiser = await place.AnOrganiser(Organisation);
        Group = new Group("Groupe de lecture 2027", Organisation.Id, GroupKind.WorkingGroup, Now);
        foreach (var college in CollegeWords.Facing)
            for (var i = 1; i <= size + alternates; i++)
            {
                var seat = Group.OpenSeat(college, college == College.ServiceUsers ? $"Membre usager {i}" : $"Membre pro {i}", new(place.Clock.ParisToday()), i <= size ? SeatRole.Member : SeatRole.Alternate);
                var person = await place.APerson($"{college}{i}");
                Members[seat.Id] = person;
                Group.Fill(seat, person.Id, Organiser.Id, place.Clock.ParisToday());
            }
        await place.Db(async db =>
        {
            db.Groups.Add(Group);
            db.Record(Now, Actor.System, Croisee.Groups.Acts.Created, Group);
            return await db.SaveChangesAsync();
        });
        return this;
    }

    public async Task<Deliberation> Ask(Step until = Step.Opinions, DateTime? endsAt = null, DecisionRule rule = DecisionRule.DoubleMajority) => await place.Db(async db =>
    {
        var question = new Deliberation(Group, "Retenir cette expérience comme remarquable ?", new("essai", Guid.CreateVersion7()), rule, Quorum.MoreThanHalf, place.Clock.ParisToday(), Now);
        if (until > Step.Opinions)
        {
            question.Give(People[0].Id, "Le récit est sincère.", Now);
            question.Give(Professionals[0].Id, "Il manque les effets.", Now);
            question.OpenDiscussion(Now);
        }
        if (until > Step.Discussion) question.OpenBallot(endsAt, Now);
        db.Deliberations.Add(question);
        db.Record(Now, Actor.System, Croisee.Deliberation.Acts.Opened, question);
        await db.SaveChangesAsync();
        return question;
    });

    public Task<Deliberation> Read(Deliberation question) => place.Db(db => db.Deliberations.Whole().AsNoTracking().SingleAsync(d => d.Id == question.Id));

    public Task<Browser> Browser(Seat seat) => place.BrowserOf(Members[seat.Id]);
}
