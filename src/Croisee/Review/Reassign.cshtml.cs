using Croisee.Data;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

[Audience(Audience.Member)]
public sealed class ReassignModel(AppDb db, TimeProvider clock, Visitor visitor, Spreading spreading) : ReviewedScreen(db, clock, visitor)
{
    public sealed class PairForm
    {
        public Guid? ServiceUser { get; set; }
        public Guid? Professional { get; set; }
    }

    protected override bool ForSteering => true;
    /// <summary>Who organises gives the readers, whatever link they declared: it shows nothing of the experience, and there may be nobody else.</summary>
    public override bool Steers => Organises || base.Steers;
    [BindProperty] public PairForm Form { get; set; } = new();
    public Pair? Pair { get; private set; }
    public IReadOnlyList<Choice> Users => Seats(College.ServiceUsers);
    public IReadOnlyList<Choice> Professionals => Seats(College.Professionals);
    HashSet<Guid> recused = [];
    /// <summary>Seats that gave their reading: they stay in the pair, also once their mandate is over.</summary>
    HashSet<Guid> given = [];

    protected override async Task<IActionResult?> Loaded()
    {
        Pair = await Db.Pairs.SingleOrDefaultAsync(p => p.ExperienceId == Experience.Id && p.SettledAt == null);
        if (Pair is { } pair) given = [.. await Db.Readings.Where(r => r.PairId == pair.Id && r.GivenAt != null).Select(r => r.SeatId).ToListAsync()];
        recused = await spreading.KeptAway(Group, Experience.Id);
        return null;
    }

    IReadOnlyList<Choice> Seats(College college) => [.. Group.Seats.Where(s => s.College == college && (given.Contains(s.Id) || Spreading.MayReplace(s, Today) && !recused.Contains(s.Id) && !HasRead(s)))
        .Select(s => new Choice(s.Id.ToString(), s.Label, given.Contains(s.Id) ? "Lecture donnée" : s.Role is SeatRole.Alternate ? "Suppléance" : null))];

    /// <summary>Whoever holds it gave their reading from another seat, and is no second reader.</summary>
    bool HasRead(Groups.Seat seat) => Group.Seats.Any(s => given.Contains(s.Id) && s.PersonId is { } person && person == seat.PersonId);

    public void OnGet() => Form = new() { ServiceUser = Still(Pair?.ServiceUserSeatId), Professional = Still(Pair?.ProfessionalSeatId) };

    /// <summary>Who has a link is replaced: nobody is chosen in their place before somebody says who.</summary>
    Guid? Still(Guid? seat) => seat is { } held && !recused.Contains(held) ? held : null;

    public async Task<IActionResult> OnPost()
    {
        var (user, professional) = (Pick(Form.ServiceUser, Users, "ServiceUser"), Pick(Form.Professional, Professionals, "Professional"));
        Spreading.EnsureTwoPersons(Group, user, professional);
        if (Pair is null) await spreading.Assign(Experience, Group, user, professional, Me.Actor);
        else
        {
            foreach (var (old, by) in new[] { (Pair.ServiceUserSeatId, user), (Pair.ProfessionalSeatId, professional) })
            {
                if (old == by) continue;
                if (given.Contains(old)) throw new RuleBroken("EXP-R8", "Cette personne a déjà donné sa lecture : elle reste dans le binôme.");
                Pair.Replace(old, by, Today.AddDays(Reads!.Days));
                await spreading.Tell(Group, by, Experience, Now);
            }
            Db.Record(Now, Me.Actor, Acts.Reassigned, Experience, null, Call!.OrganisationId);
        }
        await Db.SaveChangesAsync();
        Flash("Le binôme est enregistré.");
        return Redirect(PathOfCall("repartition"));
    }

    static Guid Pick(Guid? chosen, IReadOnlyList<Choice> seats, string field) =>
        chosen is { } id && seats.Any(s => s.Value == id.ToString()) ? id : throw new RuleBroken("EXP-R8", "Choisissez une personne de la liste.", field);
}
