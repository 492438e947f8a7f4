"""Three made-up articles: two tellings of one event, and one of another event in the same theme."""

FERRY = """Harbour ferry sinks off Port Ardley

Seventeen passengers were rescued on Tuesday after the ferry Marigold struck a reef near Port Ardley,
according to the Coastal Herald. The captain, Tobias Venn, 58, steered the ship onto a sandbank.

“We had four minutes to get everybody off the lower deck,” Venn told reporters on the quay.
Inspectors of the Ardley Maritime Board have impounded the vessel, which carried 23 tonnes of salt."""

FERRY_RETOLD = """A ferry captain says he had minutes to act

Tobias Venn, 58, ran the Marigold aground when water rose in her hold, the Coastal Herald reports, and so
saved all 17 passengers. The reef off Port Ardley is on every chart.

“There were only four minutes to bring everybody off the lower deck,” Venn said.
The Ardley Maritime Board holds the ship. Her cargo, salt, is still on board."""

TRAWLER = """Trawler missing after storm

The search for the trawler Bluebell went on for a third day. Nine sailors left Skerry Bay on Friday with
Captain Ines Corran, 41, a veteran of the northern fishing grounds.

“The sea was higher than I have ever seen it,” said Osric Pell, who owns the boat.
The coastguard at Skerry Bay found two empty rafts and a crate of mackerel."""
