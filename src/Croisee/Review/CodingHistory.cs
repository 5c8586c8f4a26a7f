using Croisee.Data;
using Croisee.Framework;
using Croisee.Groups;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>One moment of how an experience was coded: by which side, never by whom.</summary>
public sealed record CodingTurn(string What, DateTime At, int FrameworkEdition, IReadOnlyList<CodingLine> Lines, string? Reason);

/// <summary>How an experience came to its codes: both readings once both are given, each proposal, what was fixed.</summary>
public sealed class CodingHistory(AppDb db, Labels labels)
{
    public async Task<IReadOnlyList<CodingTurn>> Of(Guid experienceId)
    {
        var (pairs, readings) = (await db.Pairs.AsNoTracking().Where(p => p.ExperienceId == experienceId).ToListAsync(), await db.Readings.AsNoTracking().Where(r => r.ExperienceId == experienceId && r.GivenAt != null).ToListAsync());
        var settlements = await db.Settlements.AsNoTracking().Include(s => s.Proposals).Where(s => s.ExperienceId == experienceId).ToListAsync();
        // A proposal that was set aside stays of its side, also when its seat has left the pair since.
        var seats = settlements.SelectMany(s => s.Proposals).Select(p => p.SeatId).OfType<Guid>().Distinct().ToList();
        sides = await db.Seats.AsNoTracking().Where(s => seats.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.College);
        return [.. pairs.SelectMany(p => Turns(p, [.. readings.Where(r => r.PairId == p.Id && p.Has(r.SeatId))], settlements.SingleOrDefault(s => s.PairId == p.Id))).OrderBy(t => t.At)];
    }

    Dictionary<Guid, College> sides = [];

    IEnumerable<CodingTurn> Turns(Pair pair, IReadOnlyList<Reading> readings, Settlement? settlement)
    {
        if (readings.Count < 2) yield break;
        foreach (var reading in readings) yield return new(Side(reading.SeatId, pair) + " a lu", reading.GivenAt!.Value, reading.FrameworkEdition, CodingLine.Said(reading.Coding, labels), null);
        if (pair.HandedOverAt is { } handed) yield return new("Le binôme confie la décision au groupe", handed, 0, [], pair.HandedOverReason);
        // What the group says after an accepted agreement, or after what it fixed itself, revises it.
        var (before, isFixed) = (new Coding(), settlement?.AcceptedBySeatId is not null);
        foreach (var proposal in settlement?.Proposals.OrderBy(p => p.ProposedAt).ThenBy(p => p.Id) ?? Enumerable.Empty<SettlementProposal>())
        {
            if (proposal is { SetAsideAt: not null, SeatId: { } aside })
            {
                yield return new(Side(aside, pair) + " a proposé un accord, écarté : un lien a été déclaré", proposal.ProposedAt, proposal.FrameworkEdition, CodingLine.Said(proposal.Coding, labels), proposal.Reason);
                continue;
            }
            var revised = proposal.SeatId is null && isFixed;
            yield return new(revised ? "Le groupe a revu le codage" : proposal.SeatId is { } seat ? Side(seat, pair) + " a proposé un accord" : "Le groupe a fixé le codage",
                proposal.ProposedAt, proposal.FrameworkEdition, revised ? Changed(before, proposal.Coding) : CodingLine.Said(proposal.Coding, labels), proposal.Reason);
            (before, isFixed) = (proposal.Coding, isFixed || proposal.SeatId is null);
        }
        if (settlement is { IsAccepted: true, AcceptedBySeatId: { } by }) yield return new(Side(by, pair) + " a accepté", settlement.AcceptedAt!.Value, 0, [], null);
    }

    /// <summary>Of a revision, only what it changes, beside what was fixed before.</summary>
    IReadOnlyList<CodingLine> Changed(Coding before, Coding after) =>
        [.. CodingLine.Compare(before, after, labels).Where(l => l.Differs).Select(l => new CodingLine(l.Name, $"{l.Theirs} (avant : {l.Mine})", l.Theirs))];

    string Side(Guid seat, Pair pair) => (pair.Has(seat) ? seat == pair.ServiceUserSeatId : sides.GetValueOrDefault(seat) is College.ServiceUsers) ? "La personne concernée" : "Le professionnel";
}
